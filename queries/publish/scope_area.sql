/*
title = "De gebieden in een kubus: van de regio land, regio en gemeenten, en van wijken wat het CBS publiceert; van een gemeente haar eigen gebieden, openbaar zonder praktijken en scholen"
grain = "een gebied"
*/
select area.*
from area
cross join cube_scope
where
    case
        when cube_scope.is_region then area.level in ('land', 'regio', 'gemeente')
            or (area.level = 'wijk' and exists (
                select 1 from cells where cells.area_id = area.area_id and cells.shape = 'published'
            ))
        else area.gemeente_code = cube_scope.code
            and (not cube_scope.is_public or area.level in ('gemeente', 'wijk', 'kern'))
    end
