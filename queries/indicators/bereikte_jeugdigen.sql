/*
title       = "Bereikte jeugdigen"
definition  = "Het aantal verschillende jeugdigen tot en met 17 jaar met ten minste een contact in de periode. Een jeugdige telt in elke periode een keer. Zonder sleutel van de jeugdige telt het traject."
numerator   = "jeugdigen met een contact"
ladder      = "inzet"
better      = "neither"
counts      = "jeugdigen"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "bereikte jeugdigen per 1.000 jeugdigen"
sources     = ["ojg_contacten", "preventie_contacten"]
one_of      = ["ojg_contacten|preventie_contacten"]
within      = ["contacten"]
lag_weeks   = 4
programmes  = true
splits      = ["age_group", "sex", "hulpvraag"]
[columns]
programme = "slug van het programma"
key       = "de jeugdige"
youth     = "wie er beschermd wordt: de jeugdige, bij een gezinsprogramma het gezin"
day       = "dag van het contact"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van de jeugdige"
age_group = "leeftijdsgroep"
sex       = "geslacht"
hulpvraag = "lijst van hulpvragen"
*/
select
    programme,
    youth_key as key,
    protect_key as youth,
    day,
    location,
    area_code,
    age_group,
    sex,
    hulpvraag
from fct_contact
where coalesce(age, 0) <= 17 and youth_key is not null
