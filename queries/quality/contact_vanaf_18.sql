/*
source = "ojg_contacten"
item   = "Contacten van jeugdigen van 18 jaar en ouder"
advice = "Ze tellen niet mee in cijfers over 0 tot en met 17 jaar."
*/
select
    '' as name,
    count(*) as n,
    source
from fct_contact
where age >= 18
group by source
order by source
