/*
title = "Tellen van een stand: op de laatste dag van de periode"
grain = "een gebied op de laatste dag van een periode"
[params]
turn      = "welke tabellen nu worden geteld"
of_youths = "of elke sleutel die van de jeugdige is, zodat een keer tellen genoeg is"
*/
select
    observation.programme,
    place_area.area_id,
    period.period_id,
    '' as dimension,
    '' as split_value,
    count(distinct observation.key) as numerator,
    cast(null as bigint) as denominator,
    -- three rows of which the youth is not known count as one; behind one or two stands somebody too
    greatest(
        1,
        count(distinct case when $of_youths then observation.key else observation.youth end)
        + cast(floor(count(*) filter (where observation.youth is null) / 3.0) as bigint)
    ) as youths,
    cast(null as bigint) as others
from observation
inner join place_area on observation.place_id = place_area.place_id
inner join grain on grain.turn = $turn and place_area.level = grain.level
inner join period
    on
        grain.period_type = period.type
        and period."end" between observation.day_from and observation.day_to
group by observation.programme, place_area.area_id, period.period_id
