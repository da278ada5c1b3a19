/*
source = "aggregaten"
item   = "Geteld geleverde cijfers van {0}"
advice = "Voor deze gebieden en perioden zijn ook rijen geleverd. De rijen tellen; het getelde cijfer niet, anders telt alles dubbel."
*/
select
    indicator as name,
    count(*) as n
from dim_aggregaat
where is_covered
group by indicator
order by indicator
