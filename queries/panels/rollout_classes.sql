/*
title = "Uitrol: per plek hoe het sinds de start ging, tegenover verwacht, volgens een pilot"
[params]
programme = "slug"
indicator = "slug van de uitkomst"
[columns]
place  = "code van de plek"
judged = "-1 lager, 0 binnen verwachting, 1 hoger; leeg waar dat een klein aantal zou verraden"
shared = "hoeveel kleinere plekken deze uitkomst samen hebben; 1 = een plek alleen"
*/
select
    estimate.scope as place,
    try_cast(estimate.text as integer) as judged,
    cast(estimate.value as integer) as shared
from estimate
inner join pilot on estimate.pilot_id = pilot.pilot_id
where
    estimate.name = 'klasse'
    and pilot.programme = $programme
    and pilot.indicator = $indicator
-- a place in two pilots has the class of the first
qualify row_number() over (partition by estimate.scope order by pilot.pilot_id) = 1
order by place
