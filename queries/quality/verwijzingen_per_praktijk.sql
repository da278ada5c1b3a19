/*
source   = "ggz_verwijzingen"
item     = "Verwijzingen per praktijk in {0}"
advice   = "Minder dan 80% van de verwijzingen door huisartsen is tot een praktijk herleid. Lever de AGB-code van de verwijzer, de praktijken en zo nodig de koppeling van AGB-codes (agb_koppeling)."
together = true
*/
select
    region_gemeente.name,
    0 as n
from region_gemeente
left join mapped_gemeente on region_gemeente.code = mapped_gemeente.gemeente_code
where coalesce(mapped_gemeente.share, 0) < 0.8
order by region_gemeente.name
