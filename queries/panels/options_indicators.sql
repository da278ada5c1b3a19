/*
title = "De indicatoren die cijfers hebben, per programma: eerst met de meeste periodesoorten, wat een som is het laatst"
[params]
[columns]
programme       = "slug van het programma; leeg = zonder programma"
programme_title = "naam van het programma"
indicator       = "slug"
title           = "naam van de indicator"
ladder          = "inzet, uitkomst of context"
family          = "of het een programma van gezinnen is"
is_here         = "of het er cijfers heeft, en niet alleen van toepassing is op een ander"
*/
with offered as (
    select
        offer.programme,
        offer.indicator,
        bool_or(offer.shown is not null) as is_here,
        count(distinct offer.type) as kinds
    from offer
    group by offer.programme, offer.indicator
)

select
    offered.programme,
    programme.title as programme_title,
    offered.indicator,
    indicator.title,
    indicator.ladder,
    programme.unit = 'gezin' as family,
    offered.is_here
from offered
inner join programme on offered.programme = programme.slug
inner join indicator on offered.indicator = indicator.slug
order by
    programme.programme_id,
    indicator.shape = 'sum',
    offered.kinds desc,
    indicator.indicator_id
