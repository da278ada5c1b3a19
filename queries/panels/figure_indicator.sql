/*
title = "Wat een indicator betekent en waar hij vandaan komt"
[columns]
slug             = "slug"
title            = "naam"
definition       = "omschrijving"
ladder           = "inzet, uitkomst of context"
better           = "lower, higher of neither"
counts           = "wat er wordt geteld"
shape            = "soort indicator"
numerator_text   = "teller in woorden"
denominator_text = "noemer in woorden"
unit_text        = "eenheid"
source_text      = "bron"
lag_weeks        = "weken tot een periode volledig is"
query            = "de berekening"
*/
select
    indicator.slug,
    indicator.title,
    indicator.definition,
    indicator.ladder,
    indicator.better,
    indicator.counts,
    indicator.shape,
    indicator.numerator_text,
    indicator.denominator_text,
    indicator.unit_text,
    indicator.source_text,
    indicator.lag_weeks,
    indicator.query
from indicator
order by indicator.indicator_id
