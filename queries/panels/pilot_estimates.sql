/*
title = "Wat er van pilots mag worden verteld"
[params]
slugs = "slugs; leeg = alle"
names = "soorten uitkomst; leeg = alle"
[columns]
slug   = "slug van de pilot"
moment = "evaluatiemoment, nu, of leeg voor wat vooraf was te verwachten"
scope  = "leeg = de hele pilot; anders een controle, een dag of een punt van een grafiek"
name   = "soort uitkomst"
value  = "waarde"
low    = "ondergrens"
high   = "bovengrens"
text   = "code of tekst"
*/
select
    pilot.slug,
    estimate.moment,
    estimate.scope,
    estimate.name,
    estimate.value,
    estimate.low,
    estimate.high,
    estimate.text
from estimate
inner join pilot on estimate.pilot_id = pilot.pilot_id
where
    (len($slugs) = 0 or list_contains($slugs, pilot.slug))
    and (len($names) = 0 or list_contains($names, estimate.name))
order by pilot.pilot_id, estimate.moment, estimate.name, estimate.scope
