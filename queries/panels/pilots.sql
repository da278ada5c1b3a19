/*
title = "Wat er van pilots is vastgelegd"
[params]
slugs = "slugs; leeg = alle"
[columns]
pilot_id        = "nummer in deze kubus"
slug            = "slug"
title           = "naam"
question        = "wat er wordt gevraagd"
programme       = "slug van het programma"
programme_title = "naam van het programma"
unit            = "wat een eenheid is"
comparison      = "waarmee wordt vergeleken"
indicator       = "slug van de hoofduitkomst"
indicator_title = "naam van de hoofduitkomst"
counts          = "wat er wordt geteld"
better          = "lower, higher of neither"
unit_text       = "eenheid van de hoofduitkomst"
source_text     = "bron van de hoofduitkomst"
relevant        = "kleinste relevante verhouding"
first           = "eerste maand van het venster"
last            = "laatste maand van het venster"
moments         = "evaluatiemomenten, met komma's"
gemeenten       = "gemeentecodes, met komma's"
secondary       = "andere uitkomsten, met komma's"
guardrails      = "let op-maten, met komma's"
budget          = "euro"
state           = "hoe vast het ligt"
digest          = "kenmerk van wat is vastgelegd"
*/
select
    pilot.pilot_id,
    pilot.slug,
    pilot.title,
    pilot.question,
    pilot.programme,
    coalesce(programme.title, pilot.programme) as programme_title,
    pilot.unit,
    pilot.comparison,
    pilot.indicator,
    coalesce(indicator.title, pilot.indicator) as indicator_title,
    coalesce(indicator.counts, '') as counts,
    coalesce(indicator.better, 'neither') as better,
    coalesce(indicator.unit_text, '') as unit_text,
    coalesce(indicator.source_text, '') as source_text,
    pilot.relevant,
    pilot.first,
    pilot.last,
    pilot.moments,
    pilot.gemeenten,
    pilot.secondary,
    pilot.guardrails,
    pilot.budget,
    pilot.state,
    pilot.digest
from pilot
left join programme on pilot.programme = programme.slug
left join indicator on pilot.indicator = indicator.slug
where len($slugs) = 0 or list_contains($slugs, pilot.slug)
order by pilot.pilot_id
