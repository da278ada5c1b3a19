/*
title = "Hoe volledig elke bron is, van maand tot maand"
[params]
months = "hoeveel maanden terug"
[columns]
source     = "soort export"
data_until = "dag tot waar de bron volledig is"
months     = "periodecodes van de maanden, voor elke bron dezelfde"
percents   = "per maand het hele percentage van het gemiddelde van de twaalf maanden ervoor; -1 = niet te bepalen"
*/
with measured as (
    select quality.source, quality.period as "month", quality.value
    from quality
    where quality.topic = 'volledigheid'
),

shown as (
    select distinct measured."month"
    from measured
    order by measured."month" desc
    limit $months
),

until as (
    select quality.source, max(cast(coalesce(quality.period, quality.item) as date)) as data_until
    from quality
    where quality.topic = 'gegevens_tot'
    group by quality.source
),

sources as (
    select measured.source from measured
    union
    select until.source from until
)

select
    sources.source,
    until.data_until,
    list(shown."month" order by shown."month") as months,
    list(coalesce(measured.value, -1) order by shown."month") as percents
from sources
left join shown on true
left join measured on sources.source = measured.source and shown."month" = measured."month"
left join until on sources.source = until.source
group by sources.source, until.data_until
order by sources.source
