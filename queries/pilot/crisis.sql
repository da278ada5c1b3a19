/*
title = "Verwijzingen bij crisis, van alle zorgsoorten"
grain = "een verwijzing"
*/
select
    verwijzing_key as key,
    youth_key as youth,
    day,
    location,
    area_code,
    age_group,
    true as hit
from fct_verwijzing
where crisis and coalesce(age, 0) <= 17
