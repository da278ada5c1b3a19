/*
title = "Alle indicatoren"
[params]
[columns]
slug   = "slug"
title  = "titel"
shape  = "vorm"
splits = "uitsplitsingen, met komma's"
*/
select
    slug,
    title,
    shape,
    splits
from indicator
order by slug
