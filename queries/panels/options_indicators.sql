/*
title = "De indicatoren die cijfers hebben: eerst programma's die hier werken, dan die met de meeste indicatoren en perioden"
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
        bool_or(offer.shown is not null) as is_here,
        count(distinct offer.type) as kinds
    from offer
    group by offer.programme, offer.indicator
),

measured as (
    select
        offered.programme,
        indicator.ladder,
        count(*) as measures
    from offered
    inner join indicator on offered.indicator = indicator.slug
    group by offered.programme, indicator.ladder
),

here as (
    select
        offered.programme,
        bool_or(offered.is_here) as is_here
    from offered
    group by offered.programme
)

select
    offered.programme,
    programme.title as programme_title,
    offered.indicator,
    indicator.title,
    indicator.ladder
from offered
inner join here on offered.programme = here.programme
inner join programme on offered.programme = programme.slug
inner join indicator on offered.indicator = indicator.slug
inner join measured on offered.programme = measured.programme and indicator.ladder = measured.ladder
order by
    here.is_here desc,
    programme.unit = 'gezin',
    measured.measures desc,
    programme.programme_id,
    indicator.shape = 'sum',
    offered.kinds desc,
    indicator.indicator_id
