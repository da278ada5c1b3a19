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

ranked as (
    select
        cells.*,
        row_number() over (partition by indicator order by first_day desc) as newest,
        row_number() over (partition by indicator, firm order by first_day desc) as newest_firm
    from cells
)

select
    latest.indicator,
    firm.period,
    firm.numerator,
    firm.denominator,
    firm.value,
    firm.low,
    firm.high,
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
            and event."start" <= firm.last_day
            and coalesce(event.indicator, '') in ('', latest.indicator)
            and (event.area_code is null or list_contains($areas, event.area_code))
    ) as broken,
    latest.period as latest_period,
    latest.value as latest_value,
    latest.status as latest_status,
    latest.reason as latest_reason
from ranked as latest
left join ranked as firm on latest.indicator = firm.indicator and firm.firm and firm.newest_firm = 1
left join cells as old
    on
        firm.indicator = old.indicator
        and old.firm
        and firm.first_day = old.first_day + to_years(case when $period_type = '3year' then 3 else 1 end)
where latest.newest = 1
order by list_position($indicators, latest.indicator)
