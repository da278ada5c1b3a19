/*
title = "Uitrol: de aantallen van een programma die er per plek en kwartaal zijn"
[params]
programme = "slug"
[columns]
slug   = "slug van de indicator"
title  = "naam"
counts = "wat er wordt geteld"
source = "naam van de bronnen"
query  = "de query waarmee wordt geteld"
*/
select
    indicator.slug,
    indicator.title,
    indicator.counts,
    indicator.source_text as source,
    indicator.query
from indicator
where
    indicator.shape = 'count'
    and indicator.slug in (
        select offer.indicator
        from offer
        inner join programme on offer.programme = programme.slug and offer.level = programme.unit
        where programme.slug = $programme and offer.type = 'quarter'
    )
order by indicator.indicator_id
