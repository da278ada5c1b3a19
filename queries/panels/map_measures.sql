/*
title = "De maten die per jaar op een niveau te tonen zijn"
[params]
level     = "gemeente of wijk"
programme = "slug; maten zonder programma worden ook gevonden"
[columns]
indicator = "slug"
title     = "naam"
programme = "slug van het programma; leeg = zonder programma"
*/
select distinct
    offer.indicator,
    indicator.title,
    offer.programme
from offer
inner join indicator on offer.indicator = indicator.slug
where
    offer.level = $level
    and offer.type = 'year'
    and offer.programme in ('', $programme)
    and offer.shown is not null
    -- of these the parts are the figure: the whole counts what another measure counts
    and indicator.splits not in ('verwijzer', 'wachttijd', 'termijn', 'vervolg', 'hulp')
order by indicator.title
