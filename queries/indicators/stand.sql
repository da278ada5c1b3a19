/*
title       = "Jeugdigen met specialistische jeugd-GGZ op 31 december"
definition  = "Het aantal verschillende jeugdigen met lopende specialistische jeugd-GGZ op de laatste dag van het jaar. Lopend is wat is begonnen en nog geen einddatum had bereikt; wie nog wacht, telt niet mee. Van gemeenten die nooit een ingangsdatum leveren, telt hulp vanaf de dag van de verwijzing. Wat begon voordat de levering begint, staat er niet in: de eerste twee jaar heten daarom niet volledig. Gemeenten die nooit een einddatum leveren, tellen niet mee. De leeftijd is die in het jaar van de verwijzing."
numerator   = "jeugdigen met lopende specialistische jeugd-GGZ"
ladder      = "uitkomst"
better      = "neither"
counts      = "jeugdigen"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "jeugdigen met lopende hulp per 1.000 jeugdigen"
sources     = ["ggz_verwijzingen"]
lag_weeks   = 6
build_up_days = 730
flows       = ["instroom", "uitstroom"]
levels      = ["regio"]
periods     = ["year"]
[columns]
key       = "de jeugdige; zonder sleutel de verwijzing"
youth     = "de jeugdige"
day_from  = "eerste dag van de hulp"
day_to    = "laatste dag van de hulp; zonder einddatum een dag die nooit komt"
location  = "praktijk van de verwijzer"
area_code = "wijk of gemeente van de jeugdige"
*/
with specialist as (
    select
        fct_verwijzing.*,
        substr(area_code, 3, 4) as gemeente
    from fct_verwijzing
    where zorgsoort = 'specialistisch' and coalesce(age, 0) <= 17 and start_day is not null
),

-- without a single end date nothing would ever stop
ending as (
    select distinct gemeente
    from specialist
    where end_day is not null
)

select
    coalesce(specialist.youth_key, -specialist.verwijzing_key) as key,
    specialist.youth_key as youth,
    specialist.start_day as day_from,
    coalesce(specialist.end_day, date '9999-12-31') as day_to,
    specialist.location,
    specialist.area_code
from specialist
inner join ending on specialist.gemeente = ending.gemeente
