/*
title = "Cijfers die geteld aankomen"
grain = "een gebied in een jaar bij een waarde van een kenmerk"
[params]
dimension = "kenmerk; leeg = het totaal"
*/
with figure as (
    select
        observed.*,
        case $dimension when 'verwijzer' then coalesce(observed.verwijzer, 'onbekend') else '' end as split_value
    from observed
)

select
    '' as programme,
    area.area_id,
    period.period_id,
    cast($dimension as varchar) as dimension,
    figure.split_value,
    figure.numerator,
    figure.denominator,
    figure.value,
    case when figure.provisional then 'voorlopig' else 'definitief' end as status,
    case
        when figure.value is not null then null
        when figure.numerator is null and area.level = 'wijk' then 'klein'
        when figure.numerator is null and figure.denominator is not null and area.level = 'gemeente' then 'klein'
        else 'geen_cijfer'
    end as reason
from figure
inner join area on figure.area_code = area.code
inner join period on period.type = 'year' and period.code = cast(figure.year as varchar)
