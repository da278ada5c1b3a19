/*
title = "Verwijsroutes: aantallen naar wie verwees, hoe lang het duurde of wat erop volgde"
[params]
indicators = "slugs"
programme  = "slug; leeg = van geen programma"
area       = "gebiedscode"
types      = "soorten periode"
dimensions = "waarnaar is geteld; wat alle samen zijn hoort er altijd bij"
[columns]
period         = "periodecode"
type           = "soort periode"
start          = "eerste dag"
end            = "laatste dag"
indicator      = "slug"
part           = "wie, hoe lang of wat; leeg = alle samen"
numerator      = "aantal; leeg als het verborgen is"
numerator_low  = "wat het ten minste is"
numerator_high = "wat het ten hoogste is; leeg als daar niets van te zeggen is"
status         = "definitief, voorlopig of onvolledig"
reason         = "waarom er geen cijfer staat"
*/
select
    period.code as period,
    period.type,
    period."start",
    period."end",
    indicator.slug as indicator,
    split.value as part,
    cell.numerator,
    cell.numerator_low,
    cell.numerator_high,
    cell.status,
    cell.reason
from cell
inner join indicator using (indicator_id)
inner join programme using (programme_id)
inner join area using (area_id)
inner join period using (period_id)
inner join split using (split_id)
where
    list_contains($indicators, indicator.slug)
    and programme.slug = $programme
    and area.code = $area
    and list_contains($types, period.type)
    and (split.dimension = '' or list_contains($dimensions, split.dimension))
order by
    period."start",
    period.type,
    list_position($indicators, indicator.slug),
    cell.numerator desc nulls last,
    split.value
