/*
title = "De leveringen waar een indicator uit is gemaakt"
[columns]
indicator = "slug"
files     = "aantal bestanden"
latest    = "naam van het nieuwste bestand, van een dag de laatste naam; leeg zonder bestand"
delivered = "dag waarop dat is ingelezen"
*/
with delivered as (
    select distinct
        quality.source,
        quality.item as file,
        cast(quality.period as date) as delivered
    from quality
    where quality.topic = 'levering'
)

select
    indicator.slug as indicator,
    count(delivered.file) as files,
    max_by(delivered.file, [cast(delivered.delivered as varchar), delivered.file]) as latest,
    max(delivered.delivered) as delivered
from indicator
left join delivered on list_contains(string_split(indicator.sources, ','), delivered.source)
group by indicator.slug
order by indicator.slug
