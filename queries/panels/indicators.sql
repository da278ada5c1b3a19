/*
title = "Alle indicatoren"
[params]
[columns]
slug   = "slug"
title  = "titel"
shape  = "vorm"
counts = "wat er wordt geteld"
splits = "uitsplitsingen, met komma's"
*/
select
    slug,
    title,
    shape,
    counts,
    splits
from indicator
order by slug
