/*
title = "Het nieuwste definitieve bedrag per jeugdige met specialistische hulp in een gebied"
[params]
area = "gebiedscode"
[columns]
period = "jaar"
value  = "euro per jeugdige"
place  = "naam van het gebied"
*/
select
    period.code as period,
    cell.value,
    area.name as place
from cell
inner join indicator using (indicator_id)
inner join area using (area_id)
inner join period using (period_id)
where
    indicator.slug = 'kosten_per_jeugdige'
    and area.code = $area
    and cell.split_id = 0
    and cell.status = 'definitief'
    and cell.value is not null
order by period."start" desc
limit 1
