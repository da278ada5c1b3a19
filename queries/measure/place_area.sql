/*
title = "In welke gebieden een plek van een waarneming valt"
grain = "een plek op een niveau"
[columns]
place_id = "plek: praktijk, school of kern, met wijk of gemeente"
area_id  = "gebied"
level    = "niveau"
*/
with located as (
    select
        *,
        case when area_code like 'WK%' then 'GM' || substr(area_code, 3, 4) else area_code end as gemeente_code
    from place
)

select
    located.place_id,
    area.area_id,
    area.level
from located
inner join region_gemeente on located.gemeente_code = region_gemeente.code
inner join area
    on
        (area.level = 'regio')
        or (area.level = 'gemeente' and located.gemeente_code = area.code)
        or (area.level = 'wijk' and located.area_code = area.code)
union all
select
    located.place_id,
    area.area_id,
    area.level
from located
inner join area on located.location = area.code and area.level in ('kern', 'praktijk', 'school')
