/*
title = "De programma's van een kubus, met op hoeveel plekken ze werken"
grain = "een programma"
*/
with place as (
    select
        area.code,
        area.level
    from area
    inner join region_gemeente on area.gemeente_code = region_gemeente.code
    cross join cube_scope
    where cube_scope.is_region or area.gemeente_code = cube_scope.code
),

counted as (
    select
        level,
        count(*) as places
    from place
    group by level
),

working as (
    select
        dim_rollout.programme,
        place.level,
        count(distinct place.code) as running
    from dim_rollout
    inner join place on dim_rollout.location = place.code
    cross join cube_scope
    where
        dim_rollout.first_day <= cube_scope.data_until
        and coalesce(dim_rollout.last_day, cube_scope.data_until) >= cube_scope.data_until
    group by dim_rollout.programme, place.level
)

select
    programme_number.programme_id,
    programme.slug,
    programme.title,
    programme.unit,
    counted.places,
    case when counted.places is not null then coalesce(working.running, 0) end as running
from programme_number
inner join programme on programme_number.slug = programme.slug
left join counted on programme.unit = counted.level
left join working on programme.slug = working.programme and programme.unit = working.level
order by programme_number.programme_id
