/*
title = "Uitrol: een uitkomst per plek, in het laatste jaar en de laatste drie jaar, op volgorde van de naam"
[params]
programme = "slug"
indicator = "slug van de uitkomst"
[columns]
place          = "code van de plek"
name           = "naam van de plek"
type           = "year, schoolyear of 3year; leeg als er niets per plek is gepubliceerd"
period         = "periodecode"
numerator      = "aantal; leeg als de cel geen cijfer toont"
numerator_low  = "wat het aantal ten minste is"
numerator_high = "wat het aantal ten hoogste is"
denominator    = "noemer"
status         = "definitief, voorlopig of onvolledig"
reason         = "waarom er geen cijfer staat"
*/
with place as (
    select
        area.area_id,
        area.code,
        area.name
    from area
    inner join programme on area.level = programme.unit
    where programme.slug = $programme
),

found as (
    select
        cell.area_id,
        period.type,
        period.code as period,
        cell.numerator,
        cell.numerator_low,
        cell.numerator_high,
        cell.denominator,
        cell.status,
        cell.reason
    from cell
    inner join place on cell.area_id = place.area_id
    inner join indicator on cell.indicator_id = indicator.indicator_id
    inner join period on cell.period_id = period.period_id
    where
        indicator.slug = $indicator
        and cell.split_id = 0
        and period.type in ('year', 'schoolyear', '3year')
        and cell.status <> 'onvolledig'
    -- one period of a kind for all, or the places could not stand side by side
    qualify period.code = max(period.code) over (partition by period.type)
)

select
    place.code as place,
    place.name,
    coalesce(found.type, '') as type,
    found.period,
    found.numerator,
    found.numerator_low,
    found.numerator_high,
    found.denominator,
    found.status,
    found.reason
from place
left join found on place.area_id = found.area_id
order by place.name, place.code, found.type
