/*
title = "Tellen, naar een kenmerk"
grain = "een programma in een gebied in een periode bij een waarde van het kenmerk"
[params]
turn        = "welke tabellen nu worden geteld"
dimension   = "age_group, sex, verwijzer, wachttijd, termijn, vervolg, hulp of hulpvraag"
additive    = "of elke rij een geteld ding is; anders tellen verschillende sleutels"
of_youths   = "of elke sleutel die van de jeugdige is, zodat een keer tellen genoeg is"
*/
with valued as (
    select
        observation.programme,
        observation.place_id,
        observation.month,
        observation.key,
        observation.youth,
        unnest(
            case $dimension
                when 'age_group' then [age_group]
                when 'sex' then [sex]
                when 'verwijzer' then [verwijzer]
                when 'wachttijd' then [wachttijd]
                when 'termijn' then [termijn]
                when 'vervolg' then [vervolg]
                when 'hulp' then [hulp]
                else coalesce(hulpvraag, [null])
            end
        ) as split_value
    from observation
)

select
    valued.programme,
    place_area.area_id,
    period_month.period_id,
    cast($dimension as varchar) as dimension,
    coalesce(valued.split_value, 'onbekend') as split_value,
    case
        when $additive then count(*)
        else count(distinct case when $additive then null else valued.key end)
    end as numerator,
    cast(null as bigint) as denominator,
    -- three rows of which the youth is not known count as one; behind one or two stands somebody too
    greatest(
        1,
        count(distinct case when $of_youths then valued.key else valued.youth end)
        + cast(floor(count(*) filter (where valued.youth is null) / 3.0) as bigint)
    ) as youths,
    cast(null as bigint) as others
from valued
inner join place_area on valued.place_id = place_area.place_id
inner join period_month on valued.month = period_month.month
inner join grain
    on
        grain.turn = $turn
        and place_area.level = grain.level
        and period_month.type = grain.period_type
group by valued.programme, place_area.area_id, period_month.period_id, coalesce(valued.split_value, 'onbekend')
