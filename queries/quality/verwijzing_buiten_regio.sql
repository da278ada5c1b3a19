/*
source = "ggz_verwijzingen"
item   = "Verwijzingen van buiten de regio of zonder gemeente"
advice = "Ze tellen alleen bij een praktijk mee. Controleer de gemeentecode, of vul [regio] gemeenten aan."
*/
select
    '' as name,
    count(*) as n
from fct_verwijzing
left join region_gemeente
    on
        region_gemeente.code = case
            when fct_verwijzing.area_code like 'WK%' then 'GM' || substr(fct_verwijzing.area_code, 3, 4)
            else fct_verwijzing.area_code
        end
where region_gemeente.code is null
having count(*) > 0
