/*
title = "De perioden van een soort waarin een gebied cijfers heeft, de nieuwste eerst"
[params]
area = "gebiedscode"
type = "periodesoort"
[columns]
code = "periodecode"
*/
select period.code
from period
where
    period.type = $type
    and period.period_id in (
        select cell.period_id
        from cell
        inner join area using (area_id)
        where
            area.code = $area
            and cell.value is not null
    )
order by period."start" desc
