/*
title = "Verwijsroutes: wat er op afgesloten trajecten volgt, en of daarna specialistische hulp begint, in elk jaar"
[params]
area      = "gebiedscode"
programme = "slug"
[columns]
period         = "jaar"
indicator      = "slug"
part           = "vervolg, of vervolg en termijn; leeg = alle trajecten samen"
numerator      = "aantal trajecten; leeg als het verborgen is"
numerator_low  = "wat het ten minste is"
numerator_high = "wat het ten hoogste is; leeg als daar niets van te zeggen is"
status         = "definitief, voorlopig of onvolledig"
reason         = "waarom er geen cijfer staat"
*/
select
    period.code as period,
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
    indicator.slug in ('vervolg', 'hulp_na_vervolg')
    and programme.slug = $programme
    and area.code = $area
    and split.dimension in ('', 'vervolg', 'hulp')
order by period."start", indicator.slug, split.value
