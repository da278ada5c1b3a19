/*
title = "De bestanden van een bron"
[params]
source = "soort export"
[columns]
indicator = "de bron; een figuur over een bron heeft geen indicator"
files     = "aantal bestanden"
latest    = "het laatst geleverde bestand"
delivered = "dag waarop dat is geleverd"
*/
with delivered as (
    select distinct
        quality.item as file,
        cast(quality.period as date) as delivered
    from quality
    where quality.topic = 'levering' and quality.source = $source
)

select
    $source as indicator,
    count(delivered.file) as files,
    max_by(delivered.file, [cast(delivered.delivered as varchar), delivered.file]) as latest,
    max(delivered.delivered) as delivered
from delivered
