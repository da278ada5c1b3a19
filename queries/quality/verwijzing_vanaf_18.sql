/*
source = "ggz_verwijzingen"
item   = "Verwijzingen van jeugdigen van 18 jaar en ouder"
advice = "Ze tellen niet mee in cijfers over 0 tot en met 17 jaar."
*/
select
    '' as name,
    count(*) as n
from fct_verwijzing
where age >= 18
having count(*) > 0
