/*
title = "Beschermde cellen met hun nummers, alleen van de tabellen die het plan aan dit niveau geeft"
grain = "een cel"
[params]
protection = "openbaar of intern"
*/
select
    row_number() over () as cell_id,
    indicator.indicator_id,
    programme.programme_id,
    protected.area_id,
    protected.period_id,
    split.split_id,
    protected.numerator,
    protected.numerator_low,
    protected.numerator_high,
    protected.denominator,
    protected.value,
    protected.status,
    protected.reason,
    protected.shape,
    protected.per
from protected_cell as protected
inner join area using (area_id)
inner join period using (period_id)
inner join indicator_number as indicator on protected.indicator = indicator.slug
inner join programme_number as programme on protected.programme = programme.slug
inner join split_number as split on protected.dimension = split.dimension and protected.split_value = split.value
left join plan_grain
    on
        protected.indicator = plan_grain.indicator
        and area.level = plan_grain.level
        and period.type = plan_grain.type
        and protected.dimension = plan_grain.dimension
        and plan_grain.protection = $protection
where
    protected.protection = $protection
    and (protected.shape = 'published' or plan_grain.indicator is not null)
