/*
title = "Wat er van de pilots van een kubus mag worden verteld"
grain = "een uitkomst van een pilot op een moment"
*/
select
    estimate_row.pilot_id,
    estimate_row.moment,
    estimate_row.scope,
    estimate_row.name,
    estimate_row.value,
    estimate_row.low,
    estimate_row.high,
    estimate_row.text
from estimate_row
inner join pilot_row on estimate_row.pilot_id = pilot_row.pilot_id
cross join cube_scope
where
    estimate_row.protection = cube_scope.protection
    and (cube_scope.is_region or list_contains(pilot_row.gemeente_codes, cube_scope.code))
order by estimate_row.pilot_id, estimate_row.moment, estimate_row.name, estimate_row.scope
