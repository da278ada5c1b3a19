/*
title = "Voor welke gebieden een indicator op een niveau is geleverd"
grain = "een gebied"
[params]
level      = "niveau"
is_outcome = "of het een uitkomst is: die telt per praktijk alleen waar 80% van de verwijzingen door huisartsen is herleid"
*/
with gemeente as (
    select distinct area.gemeente_code
    from measured
    inner join area using (area_id)
    where measured.dimension = '' and area.level = $level
)

select area.area_id
from area
inner join gemeente on area.gemeente_code = gemeente.gemeente_code
left join mapped_gemeente on area.gemeente_code = mapped_gemeente.gemeente_code
where
    area.level = $level
    and (not $is_outcome or $level <> 'praktijk' or coalesce(mapped_gemeente.share, 0) >= 0.8)
union all
select area.area_id
from area
where area.level = 'regio' and $level = 'regio'
