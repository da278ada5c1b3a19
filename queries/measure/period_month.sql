/*
title = "Welke maanden een periode heeft"
grain = "een maand in een periode"
*/
with months as (
    select cast(range as integer) as month
    from range(22800, 26400)
)

select
    period.period_id,
    period.type,
    months.month
from period
inner join months
    on
        months.month between extract(year from period."start") * 12 + extract(month from period."start") - 1
        and extract(year from period."end") * 12 + extract(month from period."end") - 1
