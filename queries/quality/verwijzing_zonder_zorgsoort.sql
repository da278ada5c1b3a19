/*
source = "ggz_verwijzingen"
item   = "Verwijzingen zonder zorgsoort: product {0}"
advice = "Vul productindeling.csv aan met de zorgsoort van dit product; tot dan tellen deze verwijzingen niet mee."
*/
select
    trim(
        coalesce(src_ggz_verwijzingen.productcategorie, '(leeg)')
        || ' ' || coalesce(src_ggz_verwijzingen.productcode, '')
    ) as name,
    count(*) as n
from fct_verwijzing
inner join src_ggz_verwijzingen on fct_verwijzing.verwijzing_key = src_ggz_verwijzingen.row_id
where fct_verwijzing.zorgsoort is null
group by name
order by n desc, name asc
