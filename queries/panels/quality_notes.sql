/*
title = "Wat niet te tonen is en waarom, welke regels gelden, of wat de toets op herleidbaarheid gaf"
[params]
topic = "ontbreekt, pilot, instelling, toets of nut"
[columns]
source = "soort export; leeg = alle"
item   = "wat er niet te tonen is, of de naam van de regel"
text   = "waarom en wat het oplost, of de regel in woorden"
*/
select
    quality.source,
    quality.item,
    coalesce(quality.text, '') as text
from quality
where quality.topic = $topic
order by quality.source, quality.value, quality.item
