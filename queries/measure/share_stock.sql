/*
title = "Aandelen van een stand: op de laatste dag van de periode, gewogen"
grain = "een programma in een gebied in een periode"
[params]
turn = "welke tabellen nu worden geteld"
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
inner join place_area on observation.place_id = place_area.place_id
inner join grain on grain.turn = $turn and place_area.level = grain.level
inner join period
    on
        grain.period_type = period.type
        and period."end" between observation.day_from and observation.day_to
group by observation.programme, place_area.area_id, period.period_id
