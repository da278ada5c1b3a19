/*
title = "Cellen die geteld en beschermd aankomen: ze worden niet nog eens afgerond, verborgen blijft verborgen"
grain = "een cel"
[params]
slug      = "indicator"
dimension = "kenmerk; leeg = het totaal"
per       = "waarop de waarde is uitgedrukt"
hidden    = "wat een verborgen aantal ten hoogste is"
margin    = "hoever een afgerond aantal van het ware kan liggen"
*/
with figure as (
    select
        observed.*,
        case $dimension when 'verwijzer' then coalesce(observed.verwijzer, 'onbekend') else '' end as split_value
    from observed
),

judged as (
    select
        figure.*,
        area.area_id,
        period.period_id,
        case
            when figure.value is not null then null
            when figure.numerator is null and area.level = 'wijk' then 'klein'
            when figure.numerator is null and figure.denominator is not null and area.level = 'gemeente' then 'klein'
            else 'geen_cijfer'
        end as reason
    from figure
    inner join area on figure.area_code = area.code
    inner join period on period.type = 'year' and period.code = cast(figure.year as varchar)
)

select
    level.protection,
    cast($slug as varchar) as indicator,
    '' as programme,
    judged.area_id,
    judged.period_id,
    cast($dimension as varchar) as dimension,
    judged.split_value,
    judged.numerator,
    case
        when judged.reason = 'klein' then 0
        when judged.numerator is not null then greatest(0, judged.numerator - $margin)
    end as numerator_low,
    case when judged.reason = 'klein' then $hidden else judged.numerator + $margin end as numerator_high,
    judged.denominator,
    judged.value,
    case when judged.provisional then 'voorlopig' else 'definitief' end as status,
    judged.reason,
    'published' as shape,
    cast($per as integer) as per
from judged
cross join (values ('openbaar'), ('intern')) as level (protection)
