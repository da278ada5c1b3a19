/*
title = "Alle gebeurtenissen die met de bestanden zijn geleverd"
[params]
[columns]
title  = "titel"
start  = "eerste dag"
end    = "laatste dag; leeg = een dag"
area   = "naam van het gebied; leeg = overal"
kind   = "soort"
note   = "toelichting"
source = "bron"
breaks = "of een reeks hier wordt afgebroken"
indicator = "naam van de indicator; leeg = alle"
*/
select
    event.title,
    event."start",
    event."end",
    coalesce(area.name, event.area_code, '') as area,
    event.kind,
    event.note,
    event.source,
    event.breaks,
    coalesce(indicator.title, event.indicator, '') as indicator
from event
left join area on event.area_code = area.code
left join indicator on event.indicator = indicator.slug
order by event."start", event.title
