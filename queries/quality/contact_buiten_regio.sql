/*
source = "ojg_contacten"
item   = "Contacten van buiten de regio of zonder gemeente"
advice = "Ze tellen alleen bij een praktijk, school of kern mee. Controleer de gemeentecode, of vul [regio] gemeenten aan."
*/
select
    '' as name,
    count(*) as n,
    fct_contact.source
from fct_contact
left join region_gemeente
    on
        region_gemeente.code = case
            when fct_contact.area_code like 'WK%' then 'GM' || substr(fct_contact.area_code, 3, 4)
            else fct_contact.area_code
        end
where region_gemeente.code is null
group by fct_contact.source
order by fct_contact.source
