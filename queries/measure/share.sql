/*
title = "Aandelen: welk deel van de rijen raak is"
grain = "een programma in een gebied in een periode, met of zonder waarde van een kenmerk"
[params]
turn        = "welke tabellen nu worden geteld"
dimension   = "age_group, sex, verwijzer; leeg = het totaal"
*/
with valued as (
    select
        observation.*,
        case $dimension
            when 'age_group' then coalesce(age_group, 'onbekend')
            when 'sex' then coalesce(sex, 'onbekend')
            when 'verwijzer' then coalesce(verwijzer, 'onbekend')
            else ''
        end as split_value
    from observation
)

select
    valued.programme,
    place_area.area_id,
    period_month.period_id,
    cast($dimension as varchar) as dimension,
    valued.split_value,
    count(*) filter (where valued.hit) as numerator,
    count(*) as denominator,
    count(distinct valued.youth) filter (where valued.hit)
    + cast(floor(count(*) filter (where valued.hit and valued.youth is null) / 3.0) as bigint) as youths,
    count(distinct valued.youth) filter (where not valued.hit)
    + cast(floor(count(*) filter (where not valued.hit and valued.youth is null) / 3.0) as bigint) as others
from valued
inner join place_area on valued.place_id = place_area.place_id
inner join period_month on valued.month = period_month.month
inner join grain
    on
        grain.turn = $turn
        and place_area.level = grain.level
        and period_month.type = grain.period_type
group by valued.programme, place_area.area_id, period_month.period_id, valued.split_value
