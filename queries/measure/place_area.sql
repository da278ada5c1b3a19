/*
title = "In welke gebieden een plek van een waarneming valt"
grain = "een plek op een niveau"
[columns]
location  = "praktijk, school of kern van de waarneming"
area_code = "wijk of gemeente van de waarneming"
area_id   = "gebied"
level     = "niveau"
*/
with place as (
    select distinct
        location,
        area_code,
        case when area_code like 'WK%' then 'GM' || substr(area_code, 3, 4) else area_code end as gemeente_code
    from observed
)

select
    place.location,
    place.area_code,
    area.area_id,
    area.level
from place
inner join region_gemeente on place.gemeente_code = region_gemeente.code
inner join area
    on
        (area.level = 'regio')
        or (area.level = 'gemeente' and place.gemeente_code = area.code)
        or (area.level = 'wijk' and place.area_code = area.code)
union all
select
    place.location,
    place.area_code,
    area.area_id,
    area.level
from place
inner join area on place.location = area.code and area.level in ('kern', 'praktijk', 'school')
