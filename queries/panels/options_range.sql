/*
title = "De perioden van een soort waarin een van twee indicatoren cijfers heeft"
[params]
inzet     = "slug van de preventieve indicator"
programme = "slug van het programma; leeg = zonder programma"
uitkomst  = "slug van de specialistische indicator"
area      = "gebiedscode"
type      = "periodesoort"
[columns]
code = "periodecode"
*/
select period.code
from cell
inner join period using (period_id)
inner join area using (area_id)
inner join indicator using (indicator_id)
inner join programme using (programme_id)
where
    period.type = $type
    and area.code = $area
    and cell.split_id = 0
    and (
        (indicator.slug = $inzet and programme.slug = $programme)
        or (indicator.slug = $uitkomst and programme.slug = '')
    )
group by period.code, period."start"
order by period."start"
