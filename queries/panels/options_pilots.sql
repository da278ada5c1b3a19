/*
title = "De pilots van een kubus; eerst die met een oordeel, want daarvan is iets te zeggen en te rekenen"
[params]
[columns]
slug  = "slug"
title = "naam"
*/
select
    slug,
    title
from pilot
order by
    exists (
        select 1 from estimate
        where estimate.pilot_id = pilot.pilot_id and estimate.name = 'oordeel' and estimate.text <> 'geen_uitspraak'
    ) desc,
    pilot_id
