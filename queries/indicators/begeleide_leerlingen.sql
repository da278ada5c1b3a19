/*
title       = "Begeleide leerlingen"
definition  = "Het aantal verschillende leerlingen voor wie in de periode jeugdhulp op school is gestart. Een leerling telt in elke periode een keer, in de gemeente van de school. Groepen en consultaties zonder leerling tellen niet mee."
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
levels      = ["regio", "gemeente", "school"]
splits      = ["age_group", "sex", "hulpvraag"]
[columns]
programme = "slug van het programma"
key       = "de leerling; zonder sleutel de inzet"
youth     = "de leerling"
day       = "eerste dag van de hulp"
location  = "school"
area_code = "gemeente van de school, want daar staat de noemer; anders wijk of gemeente van de leerling"
age_group = "leeftijdsgroep"
sex       = "geslacht"
hulpvraag = "lijst van hulpvragen"
*/
select
    fct_schoolhulp.programme,
    coalesce(fct_schoolhulp.youth_key, -fct_schoolhulp.inzet_key) as key,
    fct_schoolhulp.youth_key as youth,
    fct_schoolhulp.day,
    fct_schoolhulp.location,
    coalesce(dim_location.gemeente_code, fct_schoolhulp.area_code) as area_code,
    fct_schoolhulp.age_group,
    fct_schoolhulp.sex,
    fct_schoolhulp.hulpvraag
from fct_schoolhulp
left join dim_location on fct_schoolhulp.location = dim_location.location
where fct_schoolhulp.youth_key is not null or fct_schoolhulp.vorm = 'individueel'
