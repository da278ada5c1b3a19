/*
title = "Wat er over leveringen is afgesproken, en hoe ver de gegevens zijn"
[params]
[columns]
source    = "soort export"
supplier  = "wie levert"
gemeenten = "voor welke gemeenten; leeg = alle"
term      = "hoe vaak er wordt geleverd"
file      = "het laatste bestand; leeg = nog nooit geleverd"
delivered = "dag waarop dat is ingelezen"
until     = "dag tot en met welke de gegevens volledig zijn"
expected  = "code van de periode die nu wordt verwacht"
due       = "laatste dag waarop die op tijd is"
figures   = "indicatoren waar de gegevens in meetellen; leeg = geen"
*/
select
    quality.source,
    quality.item as supplier,
    max(quality.text) filter (where quality.topic = 'afspraak_gemeenten') as gemeenten,
    max(quality.text) filter (where quality.topic = 'afspraak_termijn') as term,
    coalesce(max(quality.text) filter (where quality.topic = 'afspraak_bestand'), '') as file,
    cast(max(quality.period) filter (where quality.topic = 'afspraak_bestand') as date) as delivered,
    cast(max(quality.period) filter (where quality.topic = 'afspraak_tot') as date) as until,
    max(quality.period) filter (where quality.topic = 'afspraak_verwacht') as expected,
    cast(max(quality.period) filter (where quality.topic = 'afspraak_uiterlijk') as date) as due,
    coalesce(
        string_agg(quality.text, ', ' order by quality.text) filter (where quality.topic = 'afspraak_cijfer'), ''
    ) as figures
from quality
where starts_with(quality.topic, 'afspraak_')
group by quality.value, quality.source, quality.item
order by quality.value
