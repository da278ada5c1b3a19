/*
title = "Of een maat ook naast andere gemeenten en op de kaart staat"
[params]
indicator = "slug"
programme = "slug; een maat zonder programma wordt ook gevonden"
area      = "gemeentecode"
[columns]
compared = "of Vergelijken hem van deze gemeente heeft"
on_map   = "of de kaart van gemeenten hem heeft"
*/
-- what compare.sql and offer.sql with map_measures.sql ask of all measures at once, of one; a test holds them equal
select
    coalesce(
        bool_or(area.code = $area)
        and bool_or(
            cell.value is not null or (cell.reason in ('klein', 'herleidbaar') and cell.status = 'definitief')
        ), false
    ) as compared,
    coalesce(
        bool_or(
            coalesce(cell.reason, '') not in ('nvt', 'niet_geleverd', 'onvolledig') and indicator.splits <> 'verwijzer'
        ), false
    ) as on_map
from cell
inner join indicator using (indicator_id)
inner join programme using (programme_id)
inner join area using (area_id)
inner join period using (period_id)
where
    indicator.slug = $indicator
    and programme.slug in ('', $programme)
    and area.level = 'gemeente'
    and period.type = 'year'
    and cell.split_id = 0
    -- of these the parts are the figure: the whole counts what another measure counts
    and indicator.splits not in ('wachttijd', 'termijn', 'vervolg', 'hulp')
