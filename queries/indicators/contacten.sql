/*
title       = "Contacten"
definition  = "Het aantal contacten van het programma met jeugdigen tot en met 17 jaar of hun ouders. Een jeugdige kan meer contacten hebben. Een contact waarvan de leeftijd onbekend is, telt mee."
numerator   = "contacten"
ladder      = "inzet"
better      = "neither"
counts      = "contacten"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "contacten per 1.000 jeugdigen"
sources     = ["ojg_contacten", "preventie_contacten"]
one_of      = ["ojg_contacten|preventie_contacten"]
lag_weeks   = 4
programmes  = true
splits      = ["age_group", "sex", "hulpvraag"]
[columns]
programme = "slug van het programma"
key       = "het contact"
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
    contact_key as key,
    protect_key as youth,
    day,
    location,
    area_code,
    age_group,
    sex,
    hulpvraag
from fct_contact
where coalesce(age, 0) <= 17
