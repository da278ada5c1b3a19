/*
title = "De gebeurtenissen die in een periode vallen"
[params]
indicators = "slugs"
areas      = "gebiedscodes waarvan gebeurtenissen meetellen"
first_day  = "eerste dag"
last_day   = "laatste dag"
[columns]
title  = "titel"
start  = "eerste dag"
end    = "laatste dag; leeg = een dag"
kind   = "soort"
note   = "toelichting"
source = "bron"
breaks = "of een reeks hier wordt afgebroken"
indicator = "slug; leeg = alle indicatoren"
*/
select
    event.title,
    event."start",
    event."end",
    event.kind,
    event.note,
    event.source,
    event.breaks,
    coalesce(event.indicator, '') as indicator
from event
where
    event."start" <= $last_day
    and coalesce(event."end", event."start") >= $first_day
    and (coalesce(event.indicator, '') = '' or list_contains($indicators, event.indicator))
    and (event.area_code is null or list_contains($areas, event.area_code))
order by event."start", event.title
