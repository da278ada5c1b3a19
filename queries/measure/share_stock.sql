/*
title = "Aandelen van een stand: op de laatste dag van de periode, gewogen"
grain = "een programma in een gebied in een periode"
[params]
level       = "niveau"
period_type = "periodesoort"
*/
select
    observation.programme,
    place_area.area_id,
    period.period_id,
    '' as dimension,
    '' as split_value,
    cast(coalesce(sum(observation.amount) filter (where observation.hit), 0) as bigint) as numerator,
    cast(sum(observation.amount) as bigint) as denominator,
    cast(null as bigint) as youths,
    cast(null as bigint) as others
from observation
inner join place_area on observation.place_id = place_area.place_id and place_area.level = $level
inner join period
    on
        period.type = $period_type
        and period."end" between observation.day_from and observation.day_to
group by observation.programme, place_area.area_id, period.period_id
