/*
title = "Voor welke gebieden een indicator is geleverd"
grain = "een programma in een gebied"
[params]
is_outcome = "of het een uitkomst is: die telt per praktijk alleen waar 80% van de verwijzingen door huisartsen is herleid"
*/
with series as (
    select distinct programme
    from measured
),

seen as (
    select distinct
        measured.programme,
        area.level,
        area.gemeente_code
    from measured
    inner join area on measured.area_id = area.area_id
    where measured.dimension = ''
)

select
    seen.programme,
    area.area_id
from area
inner join seen on area.level = seen.level and area.gemeente_code = seen.gemeente_code
left join mapped_gemeente on area.gemeente_code = mapped_gemeente.gemeente_code
where not $is_outcome or area.level <> 'praktijk' or coalesce(mapped_gemeente.share, 0) >= 0.8
union all
select
    series.programme,
    area.area_id
from area
cross join series
where area.level = 'regio'
