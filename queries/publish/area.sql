/*
title = "De gebieden van een kubus"
grain = "een gebied"
*/
select
    scope_area.area_id,
    scope_area.code,
    scope_area.name,
    scope_area.level,
    parent.area_id as parent_id,
    cast(null as date) as valid_from,
    cast(null as date) as valid_to
from scope_area
left join scope_area as parent on scope_area.parent_code = parent.code
order by scope_area.area_id
