/*
title = "Eenheden waarvan een pilot een andere start of stop noemt dan de uitrol"
grain = "een plek"
[params]
programme = "slug van het programma"
*/
select
    pilot_declared.location,
    min(dim_rollout.first_day) as first_day,
    max(dim_rollout.last_day) as last_day
from pilot_declared
inner join dim_rollout on pilot_declared.location = dim_rollout.location and dim_rollout.programme = $programme
where pilot_declared.first_day is not null
group by pilot_declared.location, pilot_declared.first_day, pilot_declared.last_day
having
    bool_and(pilot_declared.first_day is distinct from dim_rollout.first_day)
    or (pilot_declared.last_day is not null and bool_and(pilot_declared.last_day is distinct from dim_rollout.last_day))
order by pilot_declared.location
