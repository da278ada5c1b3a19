/*
title = "De cellen van een kubus"
grain = "een cel"
*/
select
    cells.indicator_id,
    cells.programme_id,
    cells.area_id,
    cells.period_id,
    cells.split_id,
    cells.numerator,
    cells.numerator_low,
    cells.numerator_high,
    cells.denominator,
    cells.value,
    cells.low,
    cells.high,
    cells.status,
    cells.reason
from cells
inner join scope_area on cells.area_id = scope_area.area_id
cross join cube_scope
where not cube_scope.is_region or scope_area.level <> 'wijk' or cells.shape = 'published'
order by cells.indicator_id, cells.programme_id, cells.area_id, cells.period_id, cells.split_id
