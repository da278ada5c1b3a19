/*
source = "ggz_verwijzingen"
item   = "Verwijzingen zonder datum"
advice = "Er is geen datum van de soort die voor de hele bron geldt. Vul de datum aan bij de bron; tot dan tellen ze niet mee."
*/
select
    '' as name,
    count(*) as n
from src_ggz_verwijzingen
left join fct_verwijzing on src_ggz_verwijzingen.row_id = fct_verwijzing.verwijzing_key
where fct_verwijzing.verwijzing_key is null
having count(*) > 0
