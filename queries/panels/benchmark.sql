/*
title = "Dezelfde cijfers van een ruimer gebied: eerst de regio, dan het land"
[params]
programme   = "slug; indicatoren zonder programma worden ook gevonden"
period_type = "month, quarter, half, year, schoolyear of 3year"
[columns]
indicator = "slug"
period    = "periodecode"
area      = "gebiedscode"
name      = "naam van het gebied"
level     = "regio of land"
value     = "waarde"
low       = "ondergrens van het 95%-interval"
high      = "bovengrens van het 95%-interval"
*/
select
    indicator.slug as indicator,
    period.code as period,
    area.code as area,
    area.name,
    area.level,
    cell.value,
    cell.low,
    cell.high
from cell
inner join indicator using (indicator_id)
inner join programme using (programme_id)
inner join area using (area_id)
inner join period using (period_id)
where
    programme.slug in ('', $programme)
    and area.level in ('regio', 'land')
    and period.type = $period_type
    and cell.split_id = 0
    and cell.value is not null
order by case when area.level = 'regio' then 0 else 1 end, cell.indicator_id, period."start"
