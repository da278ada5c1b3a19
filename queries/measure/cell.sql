/*
title = "De cellen van alle tabellen van een indicator: ook waar niets is geteld, met de reden waar geen cijfer hoort"
grain = "een programma in een gebied in een periode bij een waarde van een kenmerk"
[params]
denominator  = "soort noemer; none = geen"
min_coverage = "welk deel van de inwoners 0-17 de noemer ten minste moet beslaan"
is_share     = "of de noemer met de teller is geteld"
*/
with series as (
    select distinct
        programme,
        dimension,
        split_value
    from measured
),

-- where one gemeente has the programme, or the region is of one, it would be that gemeente once more
taking_part as (
    select
        measured.programme,
        count(distinct measured.area_id) as gemeenten
    from measured
    inner join area on measured.area_id = area.area_id
    where area.level = 'gemeente'
    group by measured.programme
),

unit as (
    select
        area.area_id,
        period.period_id,
        period."start",
        period."end",
        series.programme,
        series.dimension,
        series.split_value,
        series_window.whole_from,
        series_window.until_day,
        series_window.final_day
    from grain
    inner join area on grain.level = area.level
    inner join series on grain.dimension = series.dimension
    inner join series_window on series.programme = series_window.programme
    inner join period
        on
            grain.period_type = period.type
            and series_window.first_day <= period."end"
            and series_window.until_day >= period."start"
    inner join programme on series.programme = programme.slug
    left join region_gemeente on area.gemeente_code = region_gemeente.code
    left join taking_part on series.programme = taking_part.programme
    where
        area.level <> 'land'
        and (region_gemeente.code is not null or area.level = 'regio')
        and (area.level <> 'regio' or series.programme = '' or taking_part.gemeenten > 1)
        and (area.level <> 'regio' or (select count(*) from region_gemeente) > 1)
        and (area.level not in ('kern', 'praktijk', 'school') or programme.unit in (area.level, ''))
),

counted as (
    select
        unit.*,
        unlinked.programme is not null as is_unlinked,
        case when unlinked.programme is null then coalesce(measured.numerator, 0) else 0 end as numerator,
        case
            when unlinked.programme is not null then null
            when $is_share then coalesce(measured.denominator, 0)
            else denominator.amount
        end as denominator,
        case when unlinked.programme is null then coalesce(measured.youths, 0) else 0 end as youths,
        case when unlinked.programme is null then coalesce(measured.others, 0) else 0 end as others,
        delivered.area_id is not null as is_delivered,
        inhabitants.amount as inhabitants
    from unit
    left join measured
        on
            unit.programme = measured.programme
            and unit.area_id = measured.area_id
            and unit.period_id = measured.period_id
            and unit.dimension = measured.dimension
            and unit.split_value = measured.split_value
    left join denominator
        on
            unit.area_id = denominator.area_id
            and unit.period_id = denominator.period_id
            and $denominator = denominator.denominator
            and denominator.age_group = case unit.dimension when 'age_group' then unit.split_value else '0-17' end
    left join denominator as inhabitants
        on
            unit.area_id = inhabitants.area_id
            and unit.period_id = inhabitants.period_id
            and inhabitants.denominator = 'jeugdigen_0_17'
            and inhabitants.age_group = '0-17'
    left join unlinked on unit.programme = unlinked.programme
    left join delivered on unit.area_id = delivered.area_id and unit.programme = delivered.programme
),

running as (
    select distinct
        active.programme,
        active.area_id,
        period.period_id
    from active
    inner join period on active.first_day <= period."end" and active.last_day >= period."start"
),

planned as (
    select
        counted.*,
        counted.programme in (select active.programme from active) as is_planned,
        running.period_id is not null as is_active
    from counted
    left join running
        on
            counted.programme = running.programme
            and counted.area_id = running.area_id
            and counted.period_id = running.period_id
)

select
    programme,
    area_id,
    period_id,
    dimension,
    split_value,
    numerator,
    denominator,
    youths,
    others,
    case
        when "end" > until_day or "start" < whole_from then 'onvolledig'
        when "end" > final_day then 'voorlopig'
        else 'definitief'
    end as status,
    case
        when $min_coverage > 0 and denominator < $min_coverage * coalesce(inhabitants, denominator) then 'niet_geleverd'
        when $min_coverage > 0 and denominator = 0 then 'niet_geleverd'
        when $min_coverage = 0 and numerator = 0 and is_planned and not is_active then 'nvt'
        when is_unlinked then 'niet_gekoppeld'
        when not is_delivered then 'niet_geleverd'
    end as reason
from planned
