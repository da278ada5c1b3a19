/*
title = "De programma's waarvan een indicator cellen heeft"
[params]
indicator = "slug"
[columns]
slug = "slug van het programma; leeg = zonder programma"
*/
select distinct programme.slug
from cell
inner join indicator using (indicator_id)
inner join programme using (programme_id)
where indicator.slug = $indicator
order by programme.slug
