/*
title = "Twee indicatoren naast elkaar: de nieuwste en de vroegste periode (zelfde seizoen) waarin beide een cijfer hebben"
[params]
inzet       = "slug van de preventieve indicator"
uitkomst    = "slug van de specialistische indicator"
programme   = "slug van het programma van de preventieve indicator"
area        = "gebiedscode"
areas       = "gebiedscodes waarvan gebeurtenissen meetellen"
period_type = "month, quarter, half, year, schoolyear of 3year"
first       = "code van de eerste periode; leeg = vanaf het begin"
last        = "code van de laatste periode; leeg = tot het einde"
[columns]
indicator   = "slug"
period      = "nieuwste definitieve periode waarin beide een cijfer hebben"
numerator   = "teller"
denominator = "noemer"
value       = "waarde"
low         = "ondergrens van het 95%-interval"
high        = "bovengrens van het 95%-interval"
old_period  = "vroegste definitieve periode in hetzelfde seizoen waarin beide een cijfer hebben; leeg als die er niet is"
old_numerator   = "teller toen"
old_denominator = "noemer toen"
old_value   = "waarde toen"
old_low     = "ondergrens toen"
old_high    = "bovengrens toen"
broken      = "of de telling tussen beide veranderde"
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
        count(*) over (partition by period.period_id) as sides
    from cell
    inner join indicator using (indicator_id)
    inner join programme using (programme_id)
    inner join area using (area_id)
    inner join period using (period_id)
    where
        indicator.slug in ($inzet, $uitkomst)
        and programme.slug in ('', $programme)
        and area.code = $area
        and period.type = $period_type
        and cell.split_id = 0
        and cell.value is not null
        and cell.status = 'definitief'
        and ($first = '' or period.code >= $first)
        and ($last = '' or period.code <= $last)
),

shared as (
    select
        cells.*,
        max(first_day) over () as new_day
    from cells
    where sides = 2
),

marked as (
    select
        shared.*,
        first_day = new_day as is_new,
        first_day < new_day and first_day = min(first_day) over () as is_old
    from shared
    where month(first_day) = month(new_day)
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
        max(high) filter (where is_old) as old_high
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
    ) as broken
from found
order by case when found.indicator = $inzet then 0 else 1 end
