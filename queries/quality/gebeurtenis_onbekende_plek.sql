/*
source = "gebeurtenissen"
item   = "Een gebeurtenis op een onbekende plek: {0}"
advice = "Lever de praktijken, scholen of kernen, of verbeter de plek. Tot dan is te zien noch te wegen wie zij raakt."
*/
select
    dim_event.location as name,
    count(*) as n
from dim_event
left join area on dim_event.location = area.code
where dim_event.location is not null and area.code is null
group by dim_event.location
order by n desc, name asc
