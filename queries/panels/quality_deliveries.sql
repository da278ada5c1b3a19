/*
title = "De geleverde bestanden, het nieuwste eerst"
[params]
[columns]
source    = "soort export"
file      = "bestandsnaam"
delivered = "dag van levering"
rows_in   = "rijen in het bestand"
used      = "gebruikte rijen"
refused   = "geweigerde rijen"
skipped   = "overgeslagen rijen"
*/
select
    quality.source,
    quality.item as file,
    cast(quality.period as date) as delivered,
    max(quality.value) filter (where quality.text = 'rijen') as rows_in,
    max(quality.value) filter (where quality.text = 'gebruikt') as used,
    max(quality.value) filter (where quality.text = 'geweigerd') as refused,
    max(quality.value) filter (where quality.text = 'overgeslagen') as skipped
from quality
where quality.topic = 'levering'
group by quality.source, quality.item, quality.period
order by quality.period desc, quality.source, quality.item
