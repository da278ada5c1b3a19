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
        cell.high
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
    select first_day
    from cells
    group by first_day
    having count(distinct indicator) = 2
),

chosen as (
    select
        max(first_day) as new_day,
        min(first_day) filter (
            where month(first_day) = (select month(max(newest.first_day)) from shared as newest)
        ) as old_day
    from shared
)

select
    new.indicator,
    new.period,
    new.numerator,
    new.denominator,
    new.value,
    new.low,
    new.high,
    old.period as old_period,
    old.numerator as old_numerator,
    old.denominator as old_denominator,
    old.value as old_value,
    old.low as old_low,
    old.high as old_high,
    exists(
        select 1
        from event
        where
            event.breaks
            and event."start" > old.first_day
            and event."start" <= new.last_day
            and coalesce(event.indicator, '') in ('', new.indicator)
            and (event.area_code is null or list_contains($areas, event.area_code))
    ) as broken
from cells as new
inner join chosen on new.first_day = chosen.new_day
left join cells as old
    on new.indicator = old.indicator and chosen.old_day = old.first_day and chosen.old_day < chosen.new_day
order by case when new.indicator = $inzet then 0 else 1 end
