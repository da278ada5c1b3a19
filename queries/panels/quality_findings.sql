/*
title = "Wat aan de leveringen opviel, per regel"
[params]
[columns]
topic      = "geweigerd, overgeslagen of melding"
source     = "soort export"
rule       = "de regel in woorden"
rows       = "aantal rijen"
suggestion = "wat eraan te doen is"
*/
select
    quality.topic,
    quality.source,
    quality.item as "rule",
    quality.value as "rows",
    coalesce(quality.text, '') as suggestion
from quality
where quality.topic in ('geweigerd', 'overgeslagen', 'melding')
order by list_position(['geweigerd', 'overgeslagen', 'melding'], quality.topic), quality.value desc, quality.source
