/*
title = "De perioden van een soort die geheel tussen twee dagen liggen"
[params]
type      = "periodesoort"
first_day = "eerste dag"
last_day  = "laatste dag"
[columns]
code = "periodecode"
*/
select period.code
from period
where
    period.type = $type
    and period."start" >= $first_day
    and period."end" <= $last_day
order by period."start"
