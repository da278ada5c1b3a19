/*
title = "Wat er in een kubus te kiezen is, zodat een pagina dat niet bij elke vraag uit alle cellen hoeft te halen"
grain = "een indicator van een programma, in een gebied, per periodesoort"
*/
select
    indicator.slug as indicator,
    programme.slug as programme,
    area.level,
    area.code as area,
    period.type,
    min(period."start") as first_day,
    max(period."end") as last_day,
    avg(case when cell.reason is null then 1.0 else 0.0 end)
    filter (where coalesce(cell.reason, '') not in ('nvt', 'niet_geleverd', 'onvolledig')) as shown
from target.cell
inner join target.indicator using (indicator_id)
inner join target.programme using (programme_id)
inner join target.area using (area_id)
inner join target.period using (period_id)
where cell.split_id = 0
group by indicator.slug, programme.slug, area.level, area.code, period.type
order by indicator.slug, programme.slug, area.level, area.code, period.type
