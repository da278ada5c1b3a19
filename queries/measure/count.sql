/*
title = "Tellen, zonder uitsplitsing"
grain = "een programma in een gebied in een periode"
[params]
turn        = "welke tabellen nu worden geteld"
additive    = "of elke rij een geteld ding is; anders tellen verschillende sleutels"
of_youths   = "of elke sleutel die van de jeugdige is, zodat een keer tellen genoeg is"
*/
select
    observation.programme,
    place_area.area_id,
    period_month.period_id,
    '' as dimension,
    '' as split_value,
    case
        when $additive then count(*)
        else count(distinct case when $additive then null else observation.key end)
    end as numerator,
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
inner join period_month on observation.month = period_month.month
inner join grain
    on
        grain.turn = $turn
        and place_area.level = grain.level
        and period_month.type = grain.period_type
group by observation.programme, place_area.area_id, period_month.period_id
