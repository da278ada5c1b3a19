/*
title = "Dezelfde cijfers van een ruimer gebied: eerst de regio, dan het land; niet waar een programma niet overal is"
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
-- over all youths of the region a programme that is not everywhere has no rate to be beside
with absent as (
    select distinct
        cell.indicator_id,
        cell.programme_id,
        cell.period_id
    from cell
    inner join indicator using (indicator_id)
    inner join area using (area_id)
    inner join period using (period_id)
    where
        indicator.shape in ('count', 'ratio')
        and area.level = 'gemeente'
        and period.type = $period_type
        and cell.split_id = 0
        and cell.reason = 'nvt'
)

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
left join absent
    on
        cell.indicator_id = absent.indicator_id
        and cell.programme_id = absent.programme_id
        and cell.period_id = absent.period_id
where
    absent.indicator_id is null
    and programme.slug in ('', $programme)
    and area.level in ('regio', 'land')
    and period.type = $period_type
    and cell.split_id = 0
    and cell.value is not null
order by case when area.level = 'regio' then 0 else 1 end, cell.indicator_id, period."start"
