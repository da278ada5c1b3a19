/*
title = "Beschermde bedragen per jeugdige: het afgeronde bedrag maal het beschermde aantal jeugdigen"
grain = "een cel"
[params]
protection = "openbaar of intern"
slug       = "indicator"
per        = "waarop de waarde is uitgedrukt"
step       = "waarop het bedrag per jeugdige wordt afgerond"
*/
with told as (
    select
        kept.*,
        -- made from the intern amount: it is hidden where that is
        case when kept.numerator > 0 then cast(round(told_amount.mean * 1.0 / $step) as bigint) * $step end as mean,
        -- the step of openbaar is an odd number of intern ones, so what is rounded twice lies no further off
        $step / 2.0 as margin
    from kept
    left join told_amount
        on
            kept.programme = told_amount.programme
            and kept.area_id = told_amount.area_id
            and kept.period_id = told_amount.period_id
    where kept.indicator = $slug
)

select
    cast($protection as varchar) as protection,
    cast($slug as varchar) as indicator,
    programme,
    area_id,
    period_id,
    dimension,
    split_value,
    mean * numerator as numerator,
    cast(floor(greatest(0, mean - margin) * numerator_low) as bigint) as numerator_low,
    cast(ceil((mean + margin) * numerator_high) as bigint) as numerator_high,
    case when mean is not null then numerator end as denominator,
    1.0 * cast($per as integer) * mean as value,
    status,
    case
        when reason is not null or mean is not null then reason
        when numerator = 0 then 'geen_cijfer'
        else 'herleidbaar'
    end as reason,
    'sum' as shape,
    cast($per as integer) as per
from told
