/*
title = "De pilots van een kubus"
[params]
[columns]
slug  = "slug"
title = "naam"
*/
select
    slug,
    title
from pilot
order by pilot_id
