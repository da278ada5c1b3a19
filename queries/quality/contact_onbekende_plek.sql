/*
source = "preventie_contacten"
item   = "Contacten op een onbekende plek: {0}"
advice = "Ze tellen alleen in de wijk en de gemeente mee. Lever de praktijken, scholen of kernen, of verbeter de plek."
*/
select
    fct_contact.location as name,
    count(*) as n
from fct_contact
left join area on fct_contact.location = area.code
where fct_contact.source = 'preventie_contacten' and fct_contact.location is not null and area.code is null
group by fct_contact.location
order by n desc, name asc
