/*
title = "Inzet en uitkomst per wijk in dezelfde periode, met hun plaats in de volgorde"
[params]
front        = "slug van de inzet"
back         = "slug van de uitkomst"
programme    = "slug van het programma"
period_types = "soorten periode; van wat even nieuw is gaat de eerste voor"
fewest       = "hoeveel wijken beide cijfers moeten hebben"
[columns]
area       = "gebiedscode"
name       = "naam van de wijk"
period     = "periodecode"
front      = "waarde van de inzet; leeg als die verborgen is"
back       = "waarde van de uitkomst; leeg als die verborgen is"
back_low   = "ondergrens van het 95%-interval"
back_high  = "bovengrens van het 95%-interval"
front_rank = "plaats naar inzet, van veel naar weinig; leeg als een van beide verborgen is"
back_rank  = "plaats naar uitkomst, van veel naar weinig"
front_unit = "eenheid van de inzet"
back_unit  = "eenheid van de uitkomst"
*/
with side as (
    select
        indicator.slug,
        indicator.unit_text,
        area.code,
        area.name,
        period.code as period,
        period.type,
        period."end" as last_day,
        cell.value,
        cell.low,
        cell.high
    from cell
    inner join indicator using (indicator_id)
    inner join programme using (programme_id)
    inner join area using (area_id)
    inner join period using (period_id)
    where
        indicator.slug in ($front, $back)
        and programme.slug in ('', $programme)
        and area.level = 'wijk'
        and list_contains($period_types, period.type)
        and cell.split_id = 0
        and cell.status = 'definitief'
),

pair as (
    select
        back.code,
        back.name,
        back.period,
        back.type,
        back.last_day,
        front.value as front,
        back.value as back,
        back.low as back_low,
        back.high as back_high,
        front.unit_text as front_unit,
        back.unit_text as back_unit,
        front.value is not null and back.value is not null as is_known
    from side as back
    inner join side as front on back.code = front.code and back.period = front.period and front.slug = $front
    where back.slug = $back
),

chosen as (
    select pair.period
    from pair
    group by pair.period, pair.type, pair.last_day
    having count(*) filter (pair.is_known) >= $fewest
    order by pair.last_day desc, list_position($period_types, pair.type)
    limit 1
)

select
    pair.code as area,
    pair.name,
    pair.period,
    pair.front,
    pair.back,
    pair.back_low,
    pair.back_high,
    case when pair.is_known then rank() over (partition by pair.is_known order by pair.front desc) end as front_rank,
    case when pair.is_known then rank() over (partition by pair.is_known order by pair.back desc) end as back_rank,
    pair.front_unit,
    pair.back_unit
from pair
inner join chosen on pair.period = chosen.period
order by pair.is_known desc, back_rank, pair.name
