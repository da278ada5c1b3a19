/*
title = "Waar elke indicator uit is gemaakt: bestanden, wie ze levert, en wat daarin afweek"
[params]
level = "niveau van de figuur: de noemer van een praktijk of school komt uit een ander bestand dan die van een gebied"
[columns]
indicator = "slug"
part      = "teller of noemer"
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
),

needed as (
    select
        indicator_id,
        slug,
        'teller' as part,
        unnest(string_split(sources, ',')) as source
    from indicator
    union all
    select
        indicator_id,
        slug,
        'noemer' as part,
        case
            when denominator = 'leerlingen' or $level = 'school' then 'scholen'
            when $level = 'praktijk' then 'praktijken'
            else 'bevolking'
        end as source
    from indicator
    where denominator in ('jeugdigen_0_17', 'leerlingen')
)

select
    needed.slug as indicator,
    needed.part,
    told.topic,
    told.words,
    cast(told."day" as date) as "day"
from needed
inner join told using (source)
order by needed.indicator_id, needed.part desc, told.topic, told."day" desc, told.words
