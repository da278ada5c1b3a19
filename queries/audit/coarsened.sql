/*
title = "De cellen van een niveau, waar nodig vergroofd: verborgen, met de ruimere grenzen die de toets gaf"
grain = "als de cel"
*/
select
    kept.* replace (
        case when coarse.low is null then kept.numerator end as numerator,
        coalesce(coarse.low, kept.numerator_low) as numerator_low,
        case when coarse.low is null then kept.numerator_high else coarse.high end as numerator_high,
        case when coarse.hide_denominator then null else kept.denominator end as denominator,
        -- a share that was small stays called so: only its group is hidden too
        case
            when coarse.low is null or (kept.kind = 'share' and kept.reason = 'klein') then kept.reason
            else 'herleidbaar'
        end as reason
    )
from kept
left join coarse
    on
        kept.indicator = coarse.indicator
        and kept.programme = coarse.programme
        and kept.area_id = coarse.area_id
        and kept.period_id = coarse.period_id
        and kept.dimension = coarse.dimension
        and kept.split_value = coarse.split_value
