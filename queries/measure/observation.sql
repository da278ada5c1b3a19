/*
title = "De rijen van een indicator, met maand en plek als kleine getallen"
grain = "als de indicator"
*/
select
    try_cast(coalesce(observed_row.programme, '') as programme_name) as programme,
    observed_row.key,
    observed_row.youth,
    observed_row.age_group,
    observed_row.sex,
    observed_row.verwijzer,
    observed_row.wachttijd,
    observed_row.termijn,
    observed_row.vervolg,
    observed_row.hulp,
    observed_row.hulpvraag,
    observed_row.hit,
    observed_row.amount,
    observed_row.day_from,
    observed_row.day_to,
    place.place_id,
    cast(extract(year from observed_row.day) * 12 + extract(month from observed_row.day) - 1 as integer) as month
from observed_row
inner join place
    on
        observed_row.location is not distinct from place.location
        and observed_row.area_code is not distinct from place.area_code
-- a programme that nobody declared has no cells; Kwaliteit names it
where try_cast(coalesce(observed_row.programme, '') as programme_name) is not null
