/*
title = "Van welke maten er ware aantallen zijn, en van welk jaar tot welk jaar"
[params]
[columns]
slug  = "maat"
title = "de maat in woorden"
share = "of het een aandeel is"
first = "eerste jaar"
last  = "laatste jaar"
*/
select
    indicator.slug,
    indicator.title,
    indicator.shape = 'share' as share,
    min(year(period."start")) as first,
    max(year(period."start")) as last
from cell
inner join indicator using (indicator_id)
inner join period using (period_id)
group by indicator.indicator_id, indicator.slug, indicator.title, indicator.shape
order by indicator.indicator_id
