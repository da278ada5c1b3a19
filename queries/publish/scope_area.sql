/*
title = "De gebieden in een kubus: van de regio land, regio en gemeenten, en van wijken wat het CBS publiceert; van een gemeente haar eigen gebieden, openbaar zonder praktijken en scholen"
grain = "een gebied"
*/
with published as (
    select distinct area_id
    from cells
    where shape = 'published'
)

select area.*
from area
cross join cube_scope
left join published on area.area_id = published.area_id
where
    (cube_scope.is_region and area.level in ('land', 'regio', 'gemeente'))
    or (cube_scope.is_region and area.level = 'wijk' and published.area_id is not null)
    or (
        not cube_scope.is_region
        and area.gemeente_code = cube_scope.code
        and (not cube_scope.is_public or area.level in ('gemeente', 'wijk', 'kern'))
    )
