/*
title = "Producten waarvan de zorgsoort niet bekend is"
[columns]
productcategorie = "categorie volgens iJw"
productcode      = "code van het product; leeg = elk product van de categorie dat niet apart is ingedeeld"
n                = "verwijzingen en declaraties die daardoor niet meetellen, afgerond"
*/
with listed as (
    select
        regexp_extract(quality.item, ': product (\S+) ?(\S*)$', 1) as productcategorie,
        regexp_extract(quality.item, ': product (\S+) ?(\S*)$', 2) as productcode,
        coalesce(quality.value, 0) as n
    from quality
    where quality.topic = 'ontbreekt' and quality.item like '% zonder zorgsoort: product %'
)

select
    listed.productcategorie,
    listed.productcode,
    sum(listed.n) as n
from listed
where listed.productcategorie not in ('', '(leeg)')
group by listed.productcategorie, listed.productcode
order by n desc, listed.productcategorie asc, listed.productcode asc
