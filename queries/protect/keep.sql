/*
title = "De beschermde cellen van een indicator naast zijn ware getallen, voor de toets"
grain = "een cel"
[params]
slug = "indicator"
kind = "wat de cellen tellen: people, rows, share of fixed"
*/
select
    cast($slug as varchar) as indicator,
    cast($kind as varchar) as kind,
    programme,
    area_id,
    period_id,
    dimension,
    split_value,
    numerator,
    numerator_low,
    numerator_high,
    denominator,
    status,
    reason,
    youths,
    others,
    true_numerator,
    true_denominator,
    true_youths,
    true_others
from level_cell
