/*
title       = "Instroom in specialistische jeugd-GGZ"
definition  = "Het aantal verschillende jeugdigen bij wie in de periode specialistische jeugd-GGZ begint, door welke verwijzer ook. Een jeugdige telt in elke periode een keer, ook als er meer hulp begint. Wie nog wacht, telt niet mee. Van gemeenten die nooit een ingangsdatum leveren, telt de dag van de verwijzing. Zonder sleutel van de jeugdige telt de verwijzing."
numerator   = "jeugdigen bij wie specialistische jeugd-GGZ begint"
ladder      = "uitkomst"
better      = "lower"
counts      = "jeugdigen"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "jeugdigen die beginnen per 1.000 jeugdigen"
sources     = ["ggz_verwijzingen"]
lag_weeks   = 6
levels      = ["regio", "gemeente"]
periods     = ["quarter", "year"]
[columns]
key       = "de jeugdige; zonder sleutel de verwijzing"
youth     = "de jeugdige"
day       = "eerste dag van de hulp"
location  = "praktijk van de verwijzer"
area_code = "wijk of gemeente van de jeugdige"
*/
select
    coalesce(youth_key, -verwijzing_key) as key,
    youth_key as youth,
    start_day as day,
    location,
    area_code
from fct_verwijzing
where zorgsoort = 'specialistisch' and coalesce(age, 0) <= 17 and start_day is not null
