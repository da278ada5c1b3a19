/*
title = "De gebeurtenissen die in een figuur kunnen staan"
[columns]
title  = "titel"
start  = "eerste dag"
end    = "laatste dag; leeg = een dag"
kind   = "soort"
note   = "toelichting"
source = "bron"
breaks = "of een reeks hier wordt afgebroken"
indicator = "slug; leeg = alle indicatoren"
area   = "gebiedscode; leeg = overal"
*/
select
    event.title,
    event."start",
    event."end",
    event.kind,
    event.note,
    event.source,
    event.breaks,
    coalesce(event.indicator, '') as indicator,
    coalesce(event.area_code, '') as area
from event
order by event."start", event.title
