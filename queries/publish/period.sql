/*
title = "De perioden van een kubus"
grain = "een periode"
*/
select
    period_id,
    type,
    code,
    "start",
    "end"
from period
order by period_id
