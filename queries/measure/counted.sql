/*
title = "Cellen van cijfers die geteld zijn geleverd, waar het plan een tabel heeft en geen rijen tellen"
grain = "een programma in een gebied in een periode"
[params]
slug        = "indicator"
denominator = "soort noemer; none = geen"
is_share    = "of de noemer met de teller is geteld"
lag_weeks   = "zoveel weken na zijn einde is een periode definitief"
[columns]
row_id = "de geleverde rij"
*/
with placed as (
    select
        fct_aggregaat.row_id,
        '' as programme,
        area.area_id,
        period.period_id,
        period."end",
        fct_aggregaat.numerator as counted,
        case
            when $is_share then fct_aggregaat.denominator
            else coalesce(denominator.amount, fct_aggregaat.denominator)
        end as counted_on,
        max(period."end") over () as last_day
    from fct_aggregaat
    inner join area on fct_aggregaat.area_code = area.code
    left join region_gemeente on area.gemeente_code = region_gemeente.code
    inner join period on fct_aggregaat.period_code = period.code
    inner join grain on area.level = grain.level and period.type = grain.period_type and grain.dimension = ''
    left join denominator
        on
            area.area_id = denominator.area_id
            and period.period_id = denominator.period_id
            and $denominator = denominator.denominator
            and denominator.age_group = '0-17'
    where
        lower(fct_aggregaat.indicator) = $slug
        and (area.level = 'regio' or region_gemeente.code is not null)
)

select
    row_id,
    programme,
    area_id,
    period_id,
    '' as dimension,
    '' as split_value,
    cast(counted as bigint) as numerator,
    cast(round(counted_on) as bigint) as denominator,
    -- how many youths are behind a figure is not known: three times the threshold holds, and behind one or two stands one
    case when counted > 0 then greatest(1, cast(floor(counted / 3.0) as bigint)) else 0 end as youths,
    case when $is_share then cast(floor((counted_on - counted) / 3.0) as bigint) end as others,
    case when "end" + to_weeks(cast($lag_weeks as integer)) > last_day then 'voorlopig' else 'definitief' end as status,
    cast(null as varchar) as reason
from placed
where counted = round(counted) and (not $is_share or counted_on >= counted)
