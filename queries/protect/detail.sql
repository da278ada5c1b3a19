/*
title = "Ware aantallen van een indicator per plek en maand, van programma's met een vastgelegde grond; niet beschermd"
grain = "een programma op een plek in een maand"
[params]
slug = "indicator"
per  = "waarop de waarde is uitgedrukt"
*/
select
    indicator.indicator_id,
    programme.programme_id,
    programme.slug as programme,
    true_cell.area_id,
    true_cell.period_id,
    0 as split_id,
    case when true_cell.reason is null then true_cell.numerator end as numerator,
    case when true_cell.reason is null then true_cell.numerator end as numerator_low,
    case when true_cell.reason is null then true_cell.numerator end as numerator_high,
    true_cell.denominator,
    case
        when true_cell.reason is null
            then 1.0 * cast($per as integer) * true_cell.numerator / nullif(true_cell.denominator, 0)
    end as value,
    cast(null as double) as low,
    cast(null as double) as high,
    true_cell.status,
    true_cell.reason
from true_cell
inner join detail_ground on true_cell.programme = detail_ground.programme
inner join area on true_cell.area_id = area.area_id
inner join period on true_cell.period_id = period.period_id
inner join indicator_number as indicator on indicator.slug = $slug
inner join programme_number as programme on true_cell.programme = programme.slug
where true_cell.dimension = '' and area.level in ('praktijk', 'school') and period.type = 'month'
