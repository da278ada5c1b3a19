/*
title = "Een verhouding van twee beschermde aantallen: zij zegt niet meer dan die twee samen"
grain = "een programma in een gebied in een periode"
[params]
slug  = "de verhouding"
front = "de indicator boven de streep"
back  = "de indicator onder de streep"
per   = "waarop de waarde is uitgedrukt"
*/
with told as (
    select
        front.*,
        back.numerator as whole,
        case
            -- a count of which only the denominator is missing is no less a count
            when front.numerator is null then front.reason
            when back.numerator is null then back.reason
            when back.numerator = 0 then 'geen_cijfer'
        end as why,
        case
            when 'onvolledig' in (front.status, back.status) then 'onvolledig'
            when 'voorlopig' in (front.status, back.status) then 'voorlopig'
            else 'definitief'
        end as both_status
    from protected_cell as front
    inner join protected_cell as back
        on
            front.protection = back.protection
            and front.area_id = back.area_id
            and front.period_id = back.period_id
    where
        front.indicator = $front
        and front.dimension = ''
        and back.indicator = $back
        and back.dimension = ''
        -- a programme that lists its indicators has those alone
        and (
            front.programme not in (select listed.programme from programme_indicator as listed)
            or front.programme in (select listed.programme from programme_indicator as listed where listed.indicator = $slug)
        )
)

select
    protection,
    cast($slug as varchar) as indicator,
    programme,
    area_id,
    period_id,
    dimension,
    split_value,
    case when why is null then numerator end as numerator,
    numerator_low,
    numerator_high,
    whole as denominator,
    case when why is null then 1.0 * cast($per as integer) * numerator / nullif(whole, 0) end as value,
    both_status as status,
    why as reason,
    'ratio' as shape,
    cast($per as integer) as per
from told
