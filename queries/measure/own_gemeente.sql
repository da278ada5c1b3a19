/*
title = "De gemeenten die in eigen gegevens voorkomen"
grain = "een gemeente"
*/
with seen as (
    select area_code
    from fct_contact
    union
    select area_code
    from fct_verwijzing
    union
    select area_code
    from fct_schoolhulp
    union
    select gemeente_code as area_code
    from dim_location
)

select distinct case when area_code like 'WK%' then 'GM' || substr(area_code, 3, 4) else area_code end as code
from seen
where area_code is not null
order by code
