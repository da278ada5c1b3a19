/*
source = "uitrol"
item   = "Een programma op een onbekende plek: {0}"
advice = "Lever de praktijken, scholen of kernen, of verbeter de plek; tot dan is het programma daar niet in beeld."
*/
select
    dim_rollout.location as name,
    count(*) as n
from dim_rollout
left join area on dim_rollout.location = area.code
where area.code is null
group by dim_rollout.location
order by n desc, name asc
