/*
title = "Per indicator de nieuwste definitieve waarde, die van een jaar eerder, en wat er daarna nog voorlopig is"
[params]
indicators  = "slugs"
programme   = "slug; een indicator zonder programma wordt ook gevonden"
area        = "gebiedscode"
areas       = "gebiedscodes waarvan gebeurtenissen meetellen"
period_type = "month, quarter, half, year, schoolyear of 3year"
last        = "code van de laatste periode; leeg = tot het einde"
[columns]
indicator          = "slug"
period             = "nieuwste definitieve periode met een cijfer; leeg als die er niet is"
numerator          = "teller"
denominator        = "noemer"
value              = "waarde"
low                = "ondergrens van het 95%-interval"
high               = "bovengrens van het 95%-interval"
old_period         = "dezelfde periode een jaar eerder (bij drie jaar: het blok ervoor); leeg zonder cijfer"
old_numerator      = "teller toen"
old_denominator    = "noemer toen"
old_value          = "waarde toen"
old_low            = "ondergrens toen"
old_high           = "bovengrens toen"
broken             = "of de telling tussen beide veranderde"
latest_period      = "nieuwste periode, ook als die voorlopig is of geen cijfer toont"
latest_value       = "waarde van de nieuwste periode"
latest_status      = "definitief, voorlopig of onvolledig"
latest_reason      = "waarom de nieuwste periode geen cijfer toont"
*/
with cells as (
    select
        indicator.slug as indicator,
        period.code as period,
        period."start" as first_day,
        period."end" as last_day,
        cell.numerator,
        cell.denominator,
        cell.value,
        cell.low,
        cell.high,
        cell.status,
        cell.reason,
        cell.value is not null and cell.status = 'definitief' as firm
    from cell
    inner join indicator using (indicator_id)
    inner join programme using (programme_id)
    inner join area using (area_id)
    inner join period using (period_id)
    where
        list_contains($indicators, indicator.slug)
        and programme.slug in ('', $programme)
        and area.code = $area
        and period.type = $period_type
        and cell.split_id = 0
        and ($last = '' or period.code <= $last)
),

dated as (
    select
        cells.*,
        max(first_day) over (partition by indicator) as latest_day,
        max(first_day) filter (where firm) over (partition by indicator) as firm_day
    from cells
),

marked as (
    select
        dated.*,
        first_day = latest_day as is_latest,
        firm and first_day = firm_day as is_new,
        firm and first_day + to_years(case when $period_type = '3year' then 3 else 1 end) = firm_day as is_old
    from dated
),

found as (
    select
        indicator,
        max(period) filter (where is_new) as period,
        max(last_day) filter (where is_new) as last_day,
        max(numerator) filter (where is_new) as numerator,
        max(denominator) filter (where is_new) as denominator,
        max(value) filter (where is_new) as value,
        max(low) filter (where is_new) as low,
        max(high) filter (where is_new) as high,
        max(period) filter (where is_old) as old_period,
        max(first_day) filter (where is_old) as old_day,
        max(numerator) filter (where is_old) as old_numerator,
        max(denominator) filter (where is_old) as old_denominator,
        max(value) filter (where is_old) as old_value,
        max(low) filter (where is_old) as old_low,
        max(high) filter (where is_old) as old_high,
        max(period) filter (where is_latest) as latest_period,
        max(value) filter (where is_latest) as latest_value,
        max(status) filter (where is_latest) as latest_status,
        max(reason) filter (where is_latest) as latest_reason
    from marked
    group by indicator
)

select
    found.indicator,
    found.period,
    found.numerator,
    found.denominator,
    found.value,
    found.low,
    found.high,
    found.old_period,
    found.old_numerator,
    found.old_denominator,
    found.old_value,
    found.old_low,
    found.old_high,
    exists(
        select 1
        from event
        where
            event.breaks
            and event."start" > found.old_day
            and event."start" <= found.last_day
            and coalesce(event.indicator, '') in ('', found.indicator)
            and (event.area_code is null or list_contains($areas, event.area_code))
    ) as broken,
    found.latest_period,
    found.latest_value,
    found.latest_status,
    found.latest_reason
from found
order by list_position($indicators, found.indicator)
