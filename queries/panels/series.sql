/*
title = "De cellen van een indicator: gebied bij gebied, periode na periode"
[params]
indicator   = "slug"
programme   = "slug; leeg = zonder programma"
level       = "land, regio, gemeente, wijk, kern, praktijk of school"
period_type = "month, quarter, half, year, schoolyear of 3year"
dimension   = "de uitsplitsing; leeg = het totaal"
areas       = "gebiedscodes; leeg = alle"
first       = "code van de eerste periode; leeg = vanaf het begin"
last        = "code van de laatste periode; leeg = tot het einde"
[columns]
area            = "gebiedscode"
area_name       = "naam"
period          = "periodecode"
start           = "eerste dag"
end             = "laatste dag"
split           = "waarde van de uitsplitsing"
numerator       = "teller; leeg als de cel geen cijfer toont"
numerator_low   = "wat de teller ten minste is"
numerator_high  = "wat de teller ten hoogste is"
denominator     = "noemer"
value           = "teller / noemer x per"
low             = "ondergrens van het 95%-interval"
high            = "bovengrens van het 95%-interval"
status          = "definitief, voorlopig of onvolledig"
reason          = "waarom er geen cijfer staat"
*/
select
    area.code as area,
    area.name as area_name,
    period.code as period,
    period."start",
    period."end",
    split.value as split,
    cell.numerator,
    cell.numerator_low,
    cell.numerator_high,
    cell.denominator,
    cell.value,
    cell.low,
    cell.high,
    cell.status,
    cell.reason
from cell
inner join indicator using (indicator_id)
inner join programme using (programme_id)
inner join area using (area_id)
inner join period using (period_id)
inner join split using (split_id)
where
    indicator.slug = $indicator
    and programme.slug = $programme
    and area.level = $level
    and period.type = $period_type
    and split.dimension = $dimension
    and (len($areas) = 0 or list_contains($areas, area.code))
    and ($first = '' or period.code >= $first)
    and ($last = '' or period.code <= $last)
order by area.code, period."start", split.value
