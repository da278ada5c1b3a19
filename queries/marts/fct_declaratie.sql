/*
title = "Gedeclareerde jeugdhulp, met de zorgsoort en het bedrag in euro"
grain = "een gedeclareerde regel"
[columns]
declaratie_key = "de regel"
youth_key      = "de jeugdige; leeg waar geen sleutel is geleverd"
toewijzing     = "verwijzing of toewijzing waar de regel bij hoort"
day            = "eerste dag van de gedeclareerde periode"
last_day       = "laatste dag"
area_code      = "wijk of gemeente van de verwijzing waar de regel bij hoort; leeg waar die niet is geleverd"
zorgsoort      = "preventief, basis, specialistisch of overig; leeg = niet ingedeeld"
volume         = "hoeveel er is geleverd"
eenheid        = "waarin het volume is gemeten (WJ756)"
amount         = "bedrag in euro; credit is negatief"
*/
with verwijzing as (
    select
        src_ggz_verwijzingen.verwijzing_id,
        min(fct_verwijzing.area_code) as area_code
    from fct_verwijzing
    inner join src_ggz_verwijzingen on fct_verwijzing.verwijzing_key = src_ggz_verwijzingen.row_id
    group by src_ggz_verwijzingen.verwijzing_id
),

placed as (
    select
        src_declaraties.*,
        coalesce(product.zorgsoort, category.zorgsoort) as zorgsoort
    from src_declaraties
    left join productindeling as product
        on
            src_declaraties.productcategorie = product.productcategorie
            and src_declaraties.productcode = product.productcode
            and src_declaraties.periode_start between product.vanaf and product.tot
    left join productindeling as category
        on
            src_declaraties.productcategorie = category.productcategorie
            and category.productcode = ''
            and src_declaraties.periode_start between category.vanaf and category.tot
)

select
    placed.row_id as declaratie_key,
    placed.client_id as youth_key,
    coalesce(placed.verwijzing_id, placed.toewijzingnummer) as toewijzing,
    placed.periode_start as day,
    coalesce(placed.periode_eind, placed.periode_start) as last_day,
    verwijzing.area_code,
    placed.zorgsoort,
    placed.volume,
    placed.eenheid,
    case when placed.debet_credit = 'C' then -abs(placed.bedrag) else placed.bedrag end as amount
from placed
left join verwijzing on coalesce(placed.verwijzing_id, placed.toewijzingnummer) = verwijzing.verwijzing_id
