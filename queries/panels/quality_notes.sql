/*
title = "Wat niet te tonen is en waarom, of welke regels gelden"
[params]
topic = "ontbreekt of instelling"
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
order by quality.source, quality.item
