/*
title = "Waar en wanneer een programma werkt"
grain = "een programma op een plek vanaf een dag"
[columns]
programme      = "slug van het programma"
location       = "AGB, BRIN, wijk- of gemeentecode"
gemeente_code  = "gemeente van die plek"
first_day      = "eerste dag"
last_day       = "laatste dag; leeg = loopt door"
hours_per_week = "uren per week"
*/
select
    src_uitrol.programma as programme,
    src_uitrol.locatie as location,
    coalesce(
        dim_location.gemeente_code,
        case
            when src_uitrol.locatie like 'WK%' then 'GM' || substr(src_uitrol.locatie, 3, 4)
            when src_uitrol.locatie like 'GM%' then src_uitrol.locatie
        end
    ) as gemeente_code,
    src_uitrol.startdatum as first_day,
    src_uitrol.einddatum as last_day,
    src_uitrol.uren_per_week as hours_per_week
from src_uitrol
left join dim_location on src_uitrol.locatie = dim_location.location
