/*
title = "In welke gebieden een plek valt, met het nummer van de plek"
grain = "een plek op een niveau"
*/
select
    place.place_id,
    place_listed.area_id,
    place_listed.level
from place_listed
inner join place
    on
        place_listed.location is not distinct from place.location
        and place_listed.area_code is not distinct from place.area_code
