/*
title       = "Uitstroom uit specialistische jeugd-GGZ"
definition  = "Het aantal verschillende jeugdigen van wie in de periode specialistische jeugd-GGZ eindigt, volgens de einddatum bij de verwijzing. Een jeugdige telt in elke periode een keer. Andere hulp van dezelfde jeugdige kan doorgaan. Zonder sleutel van de jeugdige telt de verwijzing."
numerator   = "jeugdigen van wie specialistische jeugd-GGZ eindigt"
ladder      = "uitkomst"
better      = "neither"
counts      = "jeugdigen"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "jeugdigen die eindigen per 1.000 jeugdigen"
sources     = ["ggz_verwijzingen"]
lag_weeks   = 6
levels      = ["regio", "gemeente"]
periods     = ["quarter", "year"]
[columns]
key       = "de jeugdige; zonder sleutel de verwijzing"
youth     = "de jeugdige"
day       = "laatste dag van de hulp"
location  = "praktijk van de verwijzer"
area_code = "wijk of gemeente van de jeugdige"
*/
select
    coalesce(youth_key, -verwijzing_key) as key,
    youth_key as youth,
    end_day as day,
    location,
    area_code
from fct_verwijzing
where zorgsoort = 'specialistisch' and end_day is not null and coalesce(age, 0) <= 17
