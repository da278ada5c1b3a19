/*
title = "De leveringen in een regel"
[params]
[columns]
files   = "aantal bestanden"
rows_in = "rijen in de bestanden"
used    = "gebruikte rijen"
refused = "geweigerde rijen"
skipped = "overgeslagen rijen"
*/
select
    count(distinct quality.source || ' ' || quality.item || ' ' || coalesce(quality.period, '')) as files,
    coalesce(sum(quality.value) filter (where quality.text = 'rijen'), 0) as rows_in,
    coalesce(sum(quality.value) filter (where quality.text = 'gebruikt'), 0) as used,
    coalesce(sum(quality.value) filter (where quality.text = 'geweigerd'), 0) as refused,
    coalesce(sum(quality.value) filter (where quality.text = 'overgeslagen'), 0) as skipped
from quality
where quality.topic = 'levering'
