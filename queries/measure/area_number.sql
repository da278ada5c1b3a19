/*
title = "Alle gebieden, met een nummer in de volgorde van hun niveau"
grain = "een gebied"
*/
with level_order as (
    select
        unnest(['land', 'regio', 'gemeente', 'wijk', 'kern', 'praktijk', 'school']) as level,
        unnest([1, 2, 3, 4, 5, 6, 7]) as place
)

select
    row_number() over (order by level_order.place, area_listed.code) as area_id,
    area_listed.code,
    area_listed.name,
    area_listed.level,
    area_listed.gemeente_code,
    area_listed.parent_code
from area_listed
inner join level_order on area_listed.level = level_order.level
