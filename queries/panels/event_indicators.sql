/*
title = "De indicatoren waar een gebeurtenis over kan gaan"
[params]
[columns]
slug  = "slug"
title = "naam"
*/
select
    indicator.slug,
    indicator.title
from indicator
order by indicator.indicator_id
