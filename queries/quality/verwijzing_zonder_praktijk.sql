/*
source = "ggz_verwijzingen"
item   = "Verwijzingen door een huisarts die niet bij een geleverde praktijk hoort"
advice = "Lever de koppeling van AGB-codes (agb_koppeling) of vul de praktijken aan; tot dan tellen ze alleen per gemeente."
*/
select
    '' as name,
    count(*) as n
from fct_verwijzing
inner join src_ggz_verwijzingen on fct_verwijzing.verwijzing_key = src_ggz_verwijzingen.row_id
where src_ggz_verwijzingen.verwijzer_agb is not null and fct_verwijzing.location is null
having count(*) > 0
