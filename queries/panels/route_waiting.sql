/*
title = "Verwijsroutes: hoe lang het duurde van verwijzing tot hulp, in elk jaar"
[params]
area = "gebiedscode"
[columns]
period         = "jaar"
band           = "in welke weken de hulp begon; leeg = alle verwijzingen samen"
numerator      = "aantal verwijzingen; leeg als het verborgen is"
numerator_low  = "wat het ten minste is"
numerator_high = "wat het ten hoogste is; leeg als daar niets van te zeggen is"
status         = "definitief, voorlopig of onvolledig"
reason         = "waarom er geen cijfer staat"
*/
select
    period.code as period,
    split.value as band,
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
    indicator.slug = 'wachttijd'
    and area.code = $area
    and period.type = 'year'
    and split.dimension in ('', 'wachttijd')
order by period."start", split.value
