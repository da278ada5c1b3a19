/*
title = "De gebeurtenissen van een kubus"
grain = "een gebeurtenis"
*/
select
    all_event.title,
    all_event.first_day,
    all_event.last_day,
    coalesce(all_event.location, all_event.area_code) as area_code,
    all_event.kind,
    all_event.note,
    all_event.source,
    all_event.indicator,
    all_event.breaks
from all_event
cross join cube_scope
where
    (all_event.is_public or not cube_scope.is_public)
    and case
        -- of a single place only its own gemeente knows
        when all_event.location is not null then not cube_scope.is_public and all_event.area_code = cube_scope.code
        else
            all_event.area_code is null
            or all_event.area_code in ('NL00', 'RG01')
            or all_event.area_code in (select scope_area.code from scope_area)
    end
order by all_event.first_day, all_event.title
