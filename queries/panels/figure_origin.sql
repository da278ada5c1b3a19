/*
title = "Waar elke indicator uit is gemaakt: bestanden, wie ze levert, en wat daarin afweek"
[params]
[columns]
indicator = "slug"
topic     = "levering, eigenaar of afwijking"
words     = "bestand, leverancier, of wat afweek met de reden"
day       = "dag van de levering; leeg bij de andere"
*/
with told as (
    select distinct
        quality.source,
        if(quality.topic = 'afspraak_termijn', 'eigenaar', quality.topic) as topic,
        quality.item || if(quality.topic = 'afwijking', coalesce(': ' || quality.text, ''), '') as words,
        if(quality.topic = 'levering', quality.period, null) as "day"
    from quality
    where quality.topic in ('levering', 'afspraak_termijn', 'afwijking')
)

select
    indicator.slug as indicator,
    told.topic,
    told.words,
    cast(told."day" as date) as "day"
from indicator
inner join told on list_contains(string_split(indicator.sources, ','), told.source)
order by indicator.indicator_id, told.topic, told."day" desc, told.words
