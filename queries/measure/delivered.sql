/*
title = "Voor welke gebieden een indicator is geleverd"
grain = "een gebied"
[params]
is_outcome = "of het een uitkomst is: die telt per praktijk alleen waar 80% van de verwijzingen door huisartsen is herleid"
*/
with seen as (
    select distinct
        area.level,
        area.gemeente_code
    from measured
    inner join area on measured.area_id = area.area_id
    where measured.dimension = ''
)

select area.area_id
from area
inner join seen on area.level = seen.level and area.gemeente_code = seen.gemeente_code
left join mapped_gemeente on area.gemeente_code = mapped_gemeente.gemeente_code
where not $is_outcome or area.level <> 'praktijk' or coalesce(mapped_gemeente.share, 0) >= 0.8
union all
select area_id
from area
where level = 'regio'
