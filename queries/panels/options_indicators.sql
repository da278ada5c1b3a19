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
with offered as (
    select distinct
        offer.programme,
        offer.indicator
    from offer
)

select
    offered.programme,
    programme.title as programme_title,
    offered.indicator,
    indicator.title,
    indicator.ladder
from offered
inner join programme on offered.programme = programme.slug
inner join indicator on offered.indicator = indicator.slug
order by
    count(*) over (partition by offered.programme, indicator.ladder) desc,
    programme.programme_id,
    indicator.shape = 'sum',
    indicator.indicator_id
