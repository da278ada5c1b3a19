/*
title       = "Begeleide leerlingen"
definition  = "Het aantal verschillende leerlingen voor wie in de periode jeugdhulp op school is gestart. Een leerling telt in elke periode een keer. Groepen en consultaties zonder leerling tellen niet mee."
numerator   = "leerlingen met gestarte hulp"
ladder      = "inzet"
better      = "neither"
counts      = "leerlingen"
shape       = "count"
denominator = "leerlingen"
per         = 1000
unit        = "begeleide leerlingen per 1.000 leerlingen"
sources     = ["jeugdhulp_school"]
lag_weeks   = 4
programmes  = true
splits      = ["age_group", "sex", "hulpvraag"]
[columns]
programme = "slug van het programma"
key       = "de leerling; zonder sleutel de inzet"
youth     = "de leerling"
day       = "eerste dag van de hulp"
location  = "school"
area_code = "wijk of gemeente van de leerling, anders van de school"
age_group = "leeftijdsgroep"
sex       = "geslacht"
hulpvraag = "lijst van hulpvragen"
*/
select
    programme,
    coalesce(youth_key, -inzet_key) as key,
    youth_key as youth,
    day,
    location,
    area_code,
    age_group,
    sex,
    hulpvraag
from fct_schoolhulp
where youth_key is not null or vorm = 'individueel'
