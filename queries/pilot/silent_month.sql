/*
title = "De maanden waarover een gemeente niets heeft geleverd"
grain = "een maand van een gemeente die anders ten minste vijf rijen per maand levert"
[params]
gemeenten = "codes van de gemeenten van de pilot"
first     = "eerste dag"
last      = "laatste dag"
*/
with month as (
    select unnest(generate_series(cast($first as date), cast($last as date), interval 1 month)) as first_day
),

placed as (
    select
        case when area_code like 'WK%' then 'GM' || substr(area_code, 3, 4) else area_code end as gemeente_code,
        date_trunc('month', day) as first_day
    from fct_verwijzing
    where day between $first and $last
),

seen as (
    select
        gemeente_code,
        first_day,
        count(*) as amount
    from placed
    group by gemeente_code, first_day
),

usual as (
    select
        gemeente_code,
        sum(amount) / (select count(*) from month) as amount
    from seen
    group by gemeente_code
)

select
    usual.gemeente_code,
    extract(year from month.first_day) * 12 + extract(month from month.first_day) - 1 as month_number
from usual
cross join month
left join seen on usual.gemeente_code = seen.gemeente_code and month.first_day = seen.first_day
where
    usual.amount >= 5
    and seen.amount is null
    and usual.gemeente_code in (select unnest($gemeenten))
order by usual.gemeente_code, month_number
