/*
title       = "Bereikte gezinnen"
definition  = "Het aantal verschillende gezinnen met ten minste een contact in de periode. Een gezin telt in elke periode een keer. Contacten zonder sleutel van het gezin tellen niet mee."
numerator   = "gezinnen met een contact"
ladder      = "inzet"
better      = "neither"
counts      = "gezinnen"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "bereikte gezinnen per 1.000 jeugdigen"
sources     = ["preventie_contacten"]
within      = ["contacten"]
lag_weeks   = 4
programmes  = true
levels      = ["regio", "gemeente"]
periods     = ["half", "year"]
[columns]
programme = "slug van het programma"
key       = "het gezin"
youth     = "wie er beschermd wordt: het gezin"
day       = "dag van het contact"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van het gezin"
*/
select
    programme,
    gezin_key as key,
    gezin_key as youth,
    day,
    location,
    area_code
from fct_contact
where gezin_key is not null and coalesce(age, 0) <= 17
