/*
title = "Sinds wanneer een programma werkt in een gemeente, of ergens in de regio"
grain = "een programma"
[columns]
programme = "slug van het programma"
since     = "eerste dag"
*/
select
    dim_rollout.programme,
    min(dim_rollout.first_day) as since
from dim_rollout
inner join region_gemeente on dim_rollout.gemeente_code = region_gemeente.code
cross join cube_scope
where cube_scope.is_region or dim_rollout.gemeente_code = cube_scope.code
group by dim_rollout.programme
order by dim_rollout.programme
