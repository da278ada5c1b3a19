/*
title = "De pilots van een kubus: van de regio alle, van een gemeente die waaraan zij meedoet"
grain = "een pilot"
*/
select
    pilot_row.pilot_id,
    pilot_row.slug,
    pilot_row.title,
    pilot_row.question,
    pilot_row.programme,
    pilot_row.unit,
    pilot_row.comparison,
    pilot_row.indicator,
    pilot_row.relevant,
    pilot_row.first,
    pilot_row.last,
    pilot_row.moments,
    pilot_row.gemeenten,
    pilot_row.secondary,
    pilot_row.guardrails,
    pilot_row.budget,
    pilot_row.state,
    pilot_row.digest
from pilot_row
cross join cube_scope
where cube_scope.is_region or list_contains(pilot_row.gemeente_codes, cube_scope.code)
order by pilot_row.pilot_id
