/*
title = "Waar en wanneer een programma werkt"
grain = "een programma op een plek vanaf een dag"
[columns]
programme      = "slug van het programma"
location       = "AGB, BRIN, kern, wijk- of gemeentecode"
gemeente_code  = "gemeente van die plek"
first_day      = "eerste dag"
last_day       = "laatste dag; leeg = loopt door"
hours_per_week = "uren per week"
*/
with placed as (
    select
        src_uitrol.*,
        coalesce(dim_programme_name.slug, src_uitrol.programma) as programme,
        coalesce(dim_kern_name.code, src_uitrol.locatie) as location
    from src_uitrol
    left join dim_programme_name on lower(src_uitrol.programma) = dim_programme_name.name
    left join dim_kern_name on lower(src_uitrol.locatie) = dim_kern_name.name
)

select
    placed.programme,
    placed.location,
    coalesce(
        dim_location.gemeente_code,
        dim_kern.gemeente_code,
        case
            when placed.location like 'WK____%' then 'GM' || substr(placed.location, 3, 4)
            when placed.location like 'GM____' then placed.location
        end
    ) as gemeente_code,
    placed.startdatum as first_day,
    placed.einddatum as last_day,
    placed.uren_per_week as hours_per_week
from placed
left join dim_location on placed.location = dim_location.location
left join dim_kern on placed.location = dim_kern.code
