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
from period
where
    period.type = $type
    and exists (
        select 1
        from cell
        inner join indicator using (indicator_id)
        inner join programme using (programme_id)
        inner join area using (area_id)
        where
            cell.period_id = period.period_id
            and cell.split_id = 0
            and area.code = $area
            and (
                (indicator.slug = $inzet and programme.slug = $programme)
                or (indicator.slug = $uitkomst and programme.slug = '')
            )
    )
order by period."start"
