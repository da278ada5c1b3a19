/*
title = "Bedragen: hoeveel in totaal, en van de jeugdige met het meeste"
grain = "een programma in een gebied in een periode"
[params]
slug = "indicator"
*/
with per_youth as (
    select
        observation.programme,
        place_area.area_id,
        period_month.period_id,
        observation.youth,
        sum(observation.amount) as amount
    from observation
    inner join place_area on observation.place_id = place_area.place_id
    inner join period_month on observation.month = period_month.month
    inner join grain on place_area.level = grain.level and period_month.type = grain.period_type
    group by observation.programme, place_area.area_id, period_month.period_id, observation.youth
)

select
    cast($slug as varchar) as indicator,
    programme,
    area_id,
    period_id,
    cast(sum(amount) as bigint) as total,
    cast(max(abs(amount)) as bigint) as largest,
    cast(sum(abs(amount)) as bigint) as volume
from per_youth
group by programme, area_id, period_id
