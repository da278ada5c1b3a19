/*
title = "De indicatoren die cijfers hebben: eerst programma's die hier werken, dan die met de meeste indicatoren"
[params]
[columns]
programme       = "slug van het programma; leeg = zonder programma"
programme_title = "naam van het programma"
indicator       = "slug"
title           = "naam van de indicator"
ladder          = "inzet, uitkomst of context"
*/
with offered as (
    select
        offer.programme,
        offer.indicator,
        bool_or(offer.shown is not null) as is_here
    from offer
    group by offer.programme, offer.indicator
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
    bool_or(offered.is_here) over (partition by offered.programme) desc,
    programme.unit = 'gezin',
    count(*) over (partition by offered.programme, indicator.ladder) desc,
    programme.programme_id,
    indicator.shape = 'sum',
    indicator.indicator_id
