/*
title = "De cellen van een niveau, met een stand verborgen vanaf de eerste periode waarin verborgen is wie erbij kwam of wegging"
grain = "als de cel"
[params]
slug  = "de stand"
flows = "de indicatoren die hem groter en kleiner maken"
*/
with dated as (
    select
        kept.*,
        period.type,
        period."start"
    from kept
    inner join period using (period_id)
),

-- what was hidden in one year follows from two later states as well, so none of those is told
since as (
    select
        area_id,
        type,
        min("start") as first_day
    from dated
    where list_contains($flows, indicator) and dimension = '' and reason in ('klein', 'herleidbaar')
    group by area_id, type
),

ended as (
    select
        dated.*,
        dated.indicator = $slug and dated.reason is null and dated."start" >= since.first_day as is_over
    from dated
    left join since using (area_id, type)
)

select
    ended.* exclude (type, "start", is_over) replace (
        case when is_over then null else numerator end as numerator,
        case when is_over then 0 else numerator_low end as numerator_low,
        case when is_over then null else numerator_high end as numerator_high,
        case when is_over then 'herleidbaar' else reason end as reason
    )
from ended
