/*
source   = "praktijken"
item     = "Dekking in {0}"
advice   = "Er zijn geen praktijken van deze gemeente geleverd. Lever alle praktijken met het aantal ingeschreven jeugdigen."
together = true
*/
select
    region_gemeente.name,
    0 as n
from region_gemeente
left join dim_location on region_gemeente.code = dim_location.gemeente_code and dim_location.level = 'praktijk'
where dim_location.location is null
order by region_gemeente.name
