/*
title = "De rijen van een indicator, met maand en plek als kleine getallen"
grain = "als de indicator"
*/
select
    coalesce(observed.programme, '') as programme,
    observed.key,
    observed.youth,
    observed.age_group,
    observed.sex,
    observed.verwijzer,
    observed.wachttijd,
    observed.termijn,
    observed.vervolg,
    observed.hulp,
    observed.hulpvraag,
    observed.hit,
    observed.amount,
    observed.day_from,
    observed.day_to,
    place.place_id,
    cast(extract(year from observed.day) * 12 + extract(month from observed.day) - 1 as integer) as month
from observed
inner join place
    on
        observed.location is not distinct from place.location
        and observed.area_code is not distinct from place.area_code
