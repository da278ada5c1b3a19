/*
source = "ojg_contacten"
item   = "Contacten met een onbekende wijk: {0}"
advice = "Ze tellen alleen in de gemeente mee. Controleer de wijkcode, of lever de inwoners van deze wijk (bevolking)."
*/
select
    fct_contact.area_code as name,
    count(*) as n,
    fct_contact.source
from fct_contact
left join area on fct_contact.area_code = area.code
where fct_contact.area_code like 'WK%' and area.code is null
group by fct_contact.source, fct_contact.area_code
order by n desc, name asc
