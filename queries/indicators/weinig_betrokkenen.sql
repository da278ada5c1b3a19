/*
title       = "Hooguit twee hulpverleners per gezin"
definition  = "Het aandeel van de gezinnen bij wie hooguit twee hulpverleners betrokken zijn. Het laatste contact van het jaar waarbij dat is opgegeven, telt. Gezinnen zonder opgave tellen niet mee."
numerator   = "gezinnen met hooguit twee betrokken hulpverleners"
ladder      = "inzet"
better      = "higher"
counts      = "gezinnen"
shape       = "share"
denominator = "gezinnen_met_opgave"
per         = 100
unit        = "% van de gezinnen"
sources     = ["preventie_contacten"]
within      = ["bereikte_gezinnen"]
lag_weeks   = 4
programmes  = true
levels      = ["regio", "gemeente"]
periods     = ["year"]
[columns]
programme = "slug van het programma"
key       = "het gezin"
youth     = "wie er beschermd wordt: het gezin"
day       = "dag van het laatste contact van het jaar met een opgave"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van het gezin"
hit       = "of er hooguit twee hulpverleners betrokken zijn"
*/
with ranked as (
    select
        fct_contact.*,
        row_number() over (
            partition by programme, gezin_key, extract(year from day)
            order by day desc, contact_key desc
        ) as newest
    from fct_contact
    where gezin_key is not null and involved is not null and coalesce(age, 0) <= 17
)

select
    programme,
    gezin_key as key,
    gezin_key as youth,
    day,
    location,
    area_code,
    involved <= 2 as hit
from ranked
where newest = 1
