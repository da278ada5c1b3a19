/*
title = "De plekken van waarnemingen, met een nummer"
grain = "een plek: locatie en gebied"
*/
select
    row_number() over () as place_id,
    place.location,
    place.area_code
from (select distinct location, area_code from observed_row) as place
