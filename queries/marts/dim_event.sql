/*
title = "Gebeurtenissen die in grafieken worden getekend"
grain = "een gebeurtenis"
[columns]
title     = "titel"
first_day = "eerste dag"
last_day  = "laatste dag; leeg = een enkel moment"
area_code = "gebied; leeg = overal"
kind      = "beleid, pilot, corona, gegevens, herindeling, aanbod, inkoop of onbekend"
note      = "toelichting"
source    = "bron"
indicator = "slug; leeg = alle indicatoren"
breaks    = "of de reeks hier wordt geknipt"
is_public = "of de gebeurtenis openbaar is"
*/
select
    titel as title,
    start as first_day,
    einde as last_day,
    gebied as area_code,
    coalesce(soort, 'onbekend') as kind,
    toelichting as note,
    bron as source,
    indicator,
    coalesce(breuk, false) as breaks,
    coalesce(openbaar, false) as is_public
from src_gebeurtenissen
