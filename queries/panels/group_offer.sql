/*
title = "Naar welke groepen er jaarcijfers van een gebied zijn, per maat"
[params]
programme = "slug; indicatoren zonder programma worden ook gevonden"
area      = "gebiedscode"
[columns]
indicator = "slug"
programme = "slug van het programma; leeg = zonder programma"
dimension = "naar welke groepen: age_group, sex, verwijzer, hulpvraag"
*/
select distinct
    indicator.slug as indicator,
    programme.slug as programme,
    split.dimension
from cell
inner join indicator using (indicator_id)
inner join programme using (programme_id)
inner join area using (area_id)
inner join period using (period_id)
inner join split using (split_id)
where
    programme.slug in ('', $programme)
    and area.code = $area
    and period.type = 'year'
    and cell.split_id > 0
    -- where nothing is known of any row there is one group, that says nothing
    and split.value not in ('onbekend', 'verwijzer_onbekend')
    and (cell.value is not null or cell.reason in ('klein', 'herleidbaar'))
order by indicator.slug, programme.slug, split.dimension
