/*
title = "Verwijsroutes: trajecten naar wanneer ze begonnen en hoe lang het duurde tot een verwijzing"
[params]
area      = "gebiedscode"
programme = "slug"
[columns]
period         = "periodecode"
type           = "quarter, half of year"
start          = "eerste dag"
end            = "laatste dag"
band           = "binnen hoeveel maanden de jeugdige is verwezen; leeg = alle trajecten samen"
numerator      = "aantal trajecten; leeg als het verborgen is"
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
    split.value as band,
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
    indicator.slug = 'tijd_tot_verwijzing'
    and programme.slug = $programme
    and area.code = $area
    and split.dimension in ('', 'termijn')
order by period."start", period.type, split.value
