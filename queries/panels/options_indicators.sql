/*
title = "De indicatoren die cijfers hebben, het programma met de meeste indicatoren eerst"
[params]
[columns]
programme       = "slug van het programma; leeg = zonder programma"
programme_title = "naam van het programma"
indicator       = "slug"
title           = "naam van de indicator"
ladder          = "inzet, uitkomst of context"
*/
with counted as (
    select distinct cell.programme_id, cell.indicator_id
    from cell
    where cell.split_id = 0
)

select
    programme.slug as programme,
    programme.title as programme_title,
    indicator.slug as indicator,
    indicator.title,
    indicator.ladder
from counted
inner join programme using (programme_id)
inner join indicator using (indicator_id)
order by
    count(*) over (partition by counted.programme_id, indicator.ladder) desc,
    counted.programme_id,
    counted.indicator_id
