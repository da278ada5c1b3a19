/*
source = "declaraties"
item   = "Declaraties zonder zorgsoort: product {0}"
advice = "Vul productindeling.csv aan met de zorgsoort van dit product; tot dan tellen deze declaraties niet mee."
*/
select
    trim(coalesce(src_declaraties.productcategorie, '(leeg)') || ' ' || coalesce(src_declaraties.productcode, '')) as name,
    count(*) as n
from fct_declaratie
inner join src_declaraties on fct_declaratie.declaratie_key = src_declaraties.row_id
where fct_declaratie.zorgsoort is null
group by name
order by n desc, name asc
