/*
title = "De uitsplitsingen van een kubus"
grain = "een waarde van een kenmerk"
*/
select
    split_id,
    dimension,
    value
from split_number
order by split_id
