/*
title = "De kwaliteitsregels van een kubus"
grain = "een regel"
*/
select
    quality_row.topic,
    quality_row.source,
    quality_row.item,
    quality_row.period,
    quality_row.value,
    quality_row.text
from quality_row
inner join cube_scope on quality_row.protection = cube_scope.protection
