/*
source = "ggz_verwijzingen"
item   = "Verwijzingen zonder datum"
advice = "Er is geen datum van de soort die voor de hele bron geldt. Vul de datum aan bij de bron; tot dan tellen ze niet mee."
*/
select
    '' as name,
    src.n - counted.n as n
from (select count(*) as n from src_ggz_verwijzingen) as src
cross join (select count(*) as n from fct_verwijzing) as counted
where src.n > counted.n
