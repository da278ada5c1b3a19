/*
title = "Uitrol: wat een programma op elke plek deed in het nieuwste jaar dat definitief is; bij scholen in elk schooljaar"
[params]
programme = "slug"
[columns]
code           = "de plek"
name           = "naam van de plek"
indicator      = "slug"
title          = "naam van de indicator"
period         = "jaar"
numerator_low  = "wat het aantal ten minste is; 0 waar geen cijfer staat"
numerator_high = "wat het aantal ten hoogste is; 0 waar geen cijfer staat"
value          = "aantal per 1.000; leeg als er geen cijfer staat"
reason         = "waarom er geen cijfer staat; leeg als er een staat"
*/
with counted as (
    select
        area.name,
        area.code,
        indicator.indicator_id,
        indicator.slug as indicator,
        indicator.title,
        programme.unit,
        period.code as period,
        coalesce(cell.numerator_low, 0) as numerator_low,
        coalesce(cell.numerator_high, 0) as numerator_high,
        cell.value,
        coalesce(cell.reason, '') as reason
    from cell
    inner join programme using (programme_id)
    inner join area on cell.area_id = area.area_id and programme.unit = area.level
    inner join indicator using (indicator_id)
    inner join period using (period_id)
    where
        programme.slug = $programme
        and indicator.shape = 'count'
        and indicator.ladder = 'inzet'
        and period.type = case when programme.unit = 'school' then 'schoolyear' else 'year' end
        and cell.status = 'definitief'
        and cell.split_id = 0
)

select
    code,
    name,
    indicator,
    title,
    period,
    numerator_low,
    numerator_high,
    value,
    reason
from counted
where
    case
        when unit = 'school' then period >= (select min(begun.period) from counted as begun where begun.reason <> 'nvt')
        else period = (select max(newest.period) from counted as newest)
    end
order by name, code, indicator_id, period
