/*
title = "Gedeclareerde jeugdhulp, met de zorgsoort en het bedrag in euro"
grain = "een gedeclareerde regel"
[columns]
declaratie_key = "de regel"
youth_key      = "de jeugdige; leeg waar geen sleutel is geleverd"
toewijzing     = "verwijzing of toewijzing waar de regel bij hoort"
day            = "eerste dag van de gedeclareerde periode"
last_day       = "laatste dag"
zorgsoort      = "preventief, basis, specialistisch of overig; leeg = niet ingedeeld"
volume         = "hoeveel er is geleverd"
eenheid        = "waarin het volume is gemeten (WJ756)"
amount         = "bedrag in euro; credit is negatief"
*/
with placed as (
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
    row_id as declaratie_key,
    client_id as youth_key,
    coalesce(verwijzing_id, toewijzingnummer) as toewijzing,
    periode_start as day,
    coalesce(periode_eind, periode_start) as last_day,
    zorgsoort,
    volume,
    eenheid,
    case when debet_credit = 'C' then -abs(bedrag) else bedrag end as amount
from placed
