/*
title = "Waar en wanneer een programma werkt, op elk niveau"
grain = "een programma in een gebied in een aaneengesloten tijd"
[columns]
programme = "slug"
area_id   = "gebied"
first_day = "eerste dag"
last_day  = "laatste dag"
*/
select
    dim_rollout.programme,
    area.area_id,
    dim_rollout.first_day,
    coalesce(dim_rollout.last_day, date '9999-12-31') as last_day
from dim_rollout
inner join area
    on
        dim_rollout.location = area.code
        or (area.level in ('gemeente', 'wijk') and dim_rollout.gemeente_code = area.gemeente_code)
        or (area.level = 'kern' and dim_rollout.location in (area.parent_code, area.gemeente_code))
        or area.level = 'regio'
