/*
title = "Verwijsroutes: wie verwees naar welke hulp, in elk jaar"
[params]
indicators = "slugs: van elke soort hulp een"
area       = "gebiedscode"
[columns]
period         = "jaar"
indicator      = "slug"
verwijzer      = "wie verwees; leeg = alle verwijzers samen"
numerator      = "aantal verwijzingen; leeg als het verborgen is"
numerator_low  = "wat het ten minste is"
numerator_high = "wat het ten hoogste is; leeg als daar niets van te zeggen is"
status         = "definitief, voorlopig of onvolledig"
reason         = "waarom er geen cijfer staat"
*/
select
    period.code as period,
    indicator.slug as indicator,
    split.value as verwijzer,
    cell.numerator,
    cell.numerator_low,
    cell.numerator_high,
    cell.status,
    cell.reason
from cell
inner join indicator using (indicator_id)
inner join area using (area_id)
inner join period using (period_id)
inner join split using (split_id)
where
    list_contains($indicators, indicator.slug)
    and area.code = $area
    and period.type = 'year'
    and split.dimension in ('', 'verwijzer')
order by period."start", list_position($indicators, indicator.slug), cell.numerator desc nulls last, split.value
