/*
title = "Welke regels zijn uitgezet, en waarom"
[params]
[columns]
source = "soort export"
rule   = "de regel in woorden"
is_off = "of de regel nu uit staat; anders stond hij uit bij het lezen van een eerdere levering"
since  = "dag waarop dat op de pagina is gevraagd; leeg = in de instellingen"
rows   = "rijen die zonder de regel zijn gebruikt, afgerond"
reason = "de reden in woorden"
*/
select
    quality.source,
    quality.item as "rule",
    quality.topic = 'regel_uit' as is_off,
    cast(quality.period as date) as since,
    quality.value as "rows",
    quality.text as reason
from quality
where quality.topic in ('regel_uit', 'regel_was_uit')
order by is_off desc, quality.source, quality.item
