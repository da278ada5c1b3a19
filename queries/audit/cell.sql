/*
title = "De cellen die de toets van herleidbaarheid bekijkt, met hun ware en hun beschermde getallen"
grain = "een cel van de tabellen die het plan aan dit niveau geeft; zonder nummer waar zeker niets te tellen was"
[params]
protection = "openbaar of intern"
*/
with listed as (
    select
        kept.*,
        area.code as area_code,
        area.level,
        area.gemeente_code,
        area.parent_code,
        period.type,
        period.code as period_code,
        cast(extract(year from period."start") as integer) as first_year,
        cast(extract(year from period."end") as integer) as last_year,
        kept.reason is null or kept.reason in ('klein', 'herleidbaar') or kept.true_numerator > 0 as is_counted
    from kept
    inner join area using (area_id)
    inner join period using (period_id)
    inner join plan_grain
        on
            kept.indicator = plan_grain.indicator
            and area.level = plan_grain.level
            and period.type = plan_grain.type
            and kept.dimension = plan_grain.dimension
    where plan_grain.protection = $protection and kept.kind <> 'fixed'
)

select
    listed.*,
    -- structural zeros stand behind the counted cells: they are pieces that add nothing
    row_number() over (
        order by
            listed.is_counted desc, listed.indicator, listed.programme, listed.area_id,
            listed.dimension, listed.split_value, listed.period_id
    ) - 1 as cell,
    dense_rank() over (
        order by listed.indicator, listed.programme, listed.area_id, listed.dimension, listed.split_value
    ) as series,
    listed.level in ('wijk', 'kern', 'praktijk', 'school') as is_small_level
from listed
