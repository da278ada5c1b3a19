/*
title = "Gebeurtenissen die in grafieken worden getekend"
grain = "een gebeurtenis"
[columns]
title     = "titel"
first_day = "eerste dag"
last_day  = "laatste dag; leeg = een enkel moment"
area_code = "gebied; leeg = overal; van een praktijk, school of kern haar gemeente"
location  = "de praktijk, school of kern waar het alleen over gaat; leeg = het hele gebied"
kind      = "beleid, pilot, corona, gegevens, herindeling, aanbod, inkoop of onbekend"
note      = "toelichting"
source    = "bron"
indicator = "slug; leeg = alle indicatoren"
breaks    = "of de reeks hier wordt geknipt"
is_public = "of de gebeurtenis openbaar is"
*/
with place as (
    select
        location,
        gemeente_code
    from dim_location
    union
    select
        code as location,
        gemeente_code
    from dim_kern
),

placed as (
    select
        *,
        case when locatie like 'GM%' or locatie like 'WK%' then locatie end as own_area,
        case when locatie not like 'GM%' and locatie not like 'WK%' then locatie end as location
    from src_gebeurtenissen
)

select
    placed.titel as title,
    placed.start as first_day,
    placed.einde as last_day,
    coalesce(placed.own_area, place.gemeente_code, placed.gebied) as area_code,
    placed.location,
    coalesce(placed.soort, 'onbekend') as kind,
    placed.toelichting as note,
    placed.bron as source,
    placed.indicator,
    coalesce(placed.breuk, false) as breaks,
    -- a single place is never told of in public
    coalesce(placed.openbaar, false) and placed.location is null as is_public
from placed
left join place on placed.location = place.location
