/*
title = "Uitrol: een maat per plek en kwartaal, geteld vanaf de eigen start"
[params]
programme = "slug"
indicator = "slug"
until     = "laatste dag van de gegevens"
[columns]
place          = "code van de plek"
name           = "naam van de plek"
quarter        = "hoeveel kwartalen na dat van de start; 0 = het kwartaal waarin het programma er begon"
period         = "periodecode van het kwartaal"
numerator      = "aantal; leeg als de cel geen cijfer toont"
numerator_low  = "wat het aantal ten minste is"
numerator_high = "wat het aantal ten hoogste is"
status         = "definitief, voorlopig of onvolledig"
reason         = "waarom er geen cijfer staat"
*/
with begun as (
    select
        rollout.programme_id,
        rollout.area_id,
        min(rollout.first_day) as first_day
    from rollout
    inner join programme on rollout.programme_id = programme.programme_id
    where programme.slug = $programme
    group by rollout.programme_id, rollout.area_id
)

select
    area.code as place,
    area.name,
    datediff('quarter', begun.first_day, period."start") as "quarter",
    period.code as period,
    cell.numerator,
    cell.numerator_low,
    cell.numerator_high,
    cell.status,
    cell.reason
from begun
inner join area on begun.area_id = area.area_id
inner join cell on begun.programme_id = cell.programme_id and begun.area_id = cell.area_id
inner join indicator on cell.indicator_id = indicator.indicator_id
inner join period on cell.period_id = period.period_id
where
    indicator.slug = $indicator
    and period.type = 'quarter'
    and period."end" >= begun.first_day
    and period."start" <= $until
    and cell.split_id = 0
order by begun.first_day, area.name, area.code, period."start"
