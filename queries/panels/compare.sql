/*
title = "Vergelijken: gebieden naast elkaar en naast wat eromheen ligt, in het nieuwste jaar dat definitief is"
[params]
programme = "slug; indicatoren zonder programma worden ook gevonden"
level     = "gemeente, wijk of kern: wat er wordt vergeleken"
whole     = "de niveaus waarmee wordt vergeleken: regio en land, of gemeente"
[columns]
indicator      = "slug"
area           = "gebiedscode"
name           = "naam"
level          = "niveau van het gebied"
period         = "jaar"
numerator      = "teller; leeg als de cel geen cijfer toont"
numerator_low  = "wat de teller ten minste is"
numerator_high = "wat de teller ten hoogste is"
denominator    = "noemer"
value          = "waarde"
low            = "ondergrens van het 95%-interval"
high           = "bovengrens van het 95%-interval"
range_high     = "wat een verborgen waarde ten hoogste is; leeg als de grens niets zegt"
status         = "definitief, voorlopig of onvolledig"
reason         = "waarom er geen cijfer staat"
shape          = "soort indicator"
per            = "waarop de waarde is uitgedrukt"
*/
with yearly as (
    select
        indicator.slug as indicator,
        indicator.indicator_id,
        indicator.shape,
        indicator.per,
        area.code as area,
        area.name,
        area.level,
        period.code as period,
        cell.*
    from cell
    inner join indicator using (indicator_id)
    inner join programme using (programme_id)
    inner join area using (area_id)
    inner join period using (period_id)
    where
        programme.slug in ('', $programme)
        and (area.level = $level or list_contains($whole, area.level))
        and period.type = 'year'
        and cell.split_id = 0
        -- of these the parts are the figure: the whole counts what another measure counts
        and indicator.splits not in ('wachttijd', 'termijn', 'vervolg', 'hulp')
),

-- one year for all, or they could not stand side by side
newest as (
    select
        yearly.indicator,
        coalesce(
            max(yearly.period) filter (where yearly.status = 'definitief'),
            max(yearly.period) filter (where yearly.value is not null)
        ) as period
    from yearly
    where yearly.level = $level and (yearly.value is not null or yearly.reason in ('klein', 'herleidbaar'))
    group by yearly.indicator
)

select
    yearly.indicator,
    yearly.area,
    yearly.name,
    yearly.level,
    yearly.period,
    yearly.numerator,
    yearly.numerator_low,
    yearly.numerator_high,
    yearly.denominator,
    yearly.value,
    yearly.low,
    yearly.high,
    case
        when yearly.value is not null or yearly.numerator_high >= yearly.denominator then null
        when
            yearly.shape <> 'share'
            and yearly.numerator_high >= (select 4 * cast(meta.value as integer) from meta where meta.key = 'threshold')
            then null
        else yearly.per * yearly.numerator_high / nullif(yearly.denominator, 0)
    end as range_high,
    yearly.status,
    yearly.reason,
    yearly.shape,
    yearly.per
from yearly
inner join newest on yearly.indicator = newest.indicator and yearly.period = newest.period
order by yearly.indicator_id, yearly.level, yearly.name
