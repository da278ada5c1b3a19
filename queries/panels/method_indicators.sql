/*
title = "Wat elke indicator betekent"
[params]
ladder = "inzet, uitkomst of context"
search = "woord dat erin moet staan; leeg = alle"
[columns]
slug             = "code"
title            = "naam"
definition       = "omschrijving"
better           = "lower, higher of neither"
counts           = "wat er geteld wordt"
numerator_text   = "teller"
denominator_text = "noemer"
per              = "per hoeveel"
unit_text        = "eenheid"
sources          = "soorten export"
source_text      = "bron"
lag_weeks        = "weken tot een periode volledig is"
splits           = "uitsplitsingen"
query            = "de berekening"
programmes       = "programma's die deze indicator hebben"
*/
with per_programme as (
    select distinct offer.indicator as slug, programme.title
    from offer
    inner join programme on offer.programme = programme.slug
    where programme.slug <> ''
)

select
    indicator.slug,
    indicator.title,
    indicator.definition,
    indicator.better,
    indicator.counts,
    indicator.numerator_text,
    indicator.denominator_text,
    indicator.per,
    indicator.unit_text,
    indicator.sources,
    indicator.source_text,
    indicator.lag_weeks,
    indicator.splits,
    indicator.query,
    coalesce(string_agg(per_programme.title, ', ' order by per_programme.title), '') as programmes
from indicator
left join per_programme using (slug)
where
    indicator.ladder = $ladder
    and (
        $search = ''
        or contains(
            strip_accents(lower(indicator.title || ' ' || indicator.definition || ' ' || indicator.source_text)),
            strip_accents(lower($search))
        )
    )
group by all
order by indicator.title
