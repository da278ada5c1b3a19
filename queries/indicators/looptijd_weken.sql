/*
title       = "Looptijd in weken"
definition  = "Hoeveel weken een gezin hulp had, gemiddeld over de gezinnen van wie in het jaar een traject is afgerond. Een traject duurt van zijn eerste tot zijn laatste dag; is een van beide niet opgegeven, dan geldt de dag van het eerste of het laatste contact. Het gemiddelde is afgerond op 2 weken, en openbaar op 6 weken."
numerator   = "weken van afgeronde trajecten"
ladder      = "inzet"
better      = "neither"
counts      = "weken"
shape       = "sum"
denominator = "gezinnen_afgerond"
per         = 1
unit        = "weken per gezin"
sources     = ["preventie_contacten"]
lag_weeks   = 4
programmes  = true
levels      = ["regio", "gemeente"]
periods     = ["year"]
[columns]
programme = "slug van het programma"
key       = "het gezin"
youth     = "wie er beschermd wordt: het gezin"
day       = "laatste dag van het traject"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van het gezin"
amount    = "weken"
*/
with ranked as (
    select
        fct_contact.*,
        min(day) over (partition by programme, traject_key) as first_contact,
        row_number() over (partition by programme, traject_key order by day desc, contact_key desc) as newest
    from fct_contact
    where traject_key is not null and gezin_key is not null and coalesce(age, 0) <= 17
)

select
    programme,
    gezin_key as key,
    gezin_key as youth,
    coalesce(end_day, day) as day,
    location,
    area_code,
    cast(round((coalesce(end_day, day) - coalesce(start_day, first_contact)) / 7.0) as bigint) as amount
from ranked
where newest = 1 and afgerond and coalesce(end_day, day) >= coalesce(start_day, first_contact)
