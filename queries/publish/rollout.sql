/*
title = "Waar een programma werkt: start, stop en uren, van een gemeente en alleen intern"
grain = "een programma op een plek vanaf een dag"
[columns]
programme_id    = "programma"
area_id         = "praktijk, school, kern, wijk of gemeente"
first_day       = "eerste dag"
last_day        = "laatste dag; leeg = loopt door"
hours_per_month = "uren per maand: 52 weken verdeeld over twaalf maanden; leeg = onbekend"
*/
select
    programme_number.programme_id,
    scope_area.area_id,
    dim_rollout.first_day,
    dim_rollout.last_day,
    round(dim_rollout.hours_per_week * 52 / 12, 1) as hours_per_month
from dim_rollout
inner join programme_number on dim_rollout.programme = programme_number.slug
inner join scope_area on dim_rollout.location = scope_area.code
cross join cube_scope
where not cube_scope.is_region and not cube_scope.is_public
order by programme_number.programme_id, scope_area.area_id, dim_rollout.first_day
