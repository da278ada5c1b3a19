/*
title       = "Jeugdigen verwezen naar specialistische jeugd-GGZ"
definition  = "Het aantal verschillende jeugdigen tot en met 17 jaar die in de periode naar specialistische jeugd-GGZ zijn verwezen. Elke verwijzer telt mee. Een jeugdige telt in elke periode een keer, ook bij meer verwijzingen. Zonder sleutel van de jeugdige telt de verwijzing. Wat specialistisch is, staat in de productindeling."
numerator   = "jeugdigen met een verwijzing naar specialistische jeugd-GGZ"
ladder      = "uitkomst"
better      = "lower"
counts      = "jeugdigen"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "verwezen jeugdigen per 1.000 jeugdigen"
sources     = ["ggz_verwijzingen"]
within      = ["verwijzingen_sggz"]
lag_weeks   = 6
levels      = ["regio", "gemeente"]
periods     = ["quarter", "year"]
[columns]
key       = "de jeugdige; zonder sleutel de verwijzing"
youth     = "de jeugdige"
day       = "dag van de verwijzing"
location  = "praktijk van de verwijzer"
area_code = "wijk of gemeente van de jeugdige"
*/
select
    coalesce(youth_key, -verwijzing_key) as key,
    youth_key as youth,
    day,
    location,
    area_code
from fct_verwijzing
where zorgsoort = 'specialistisch' and coalesce(age, 0) <= 17
