/*
title = "Gebeurtenissen die de reeks van een eenheid afbreken"
grain = "een gebeurtenis van een eenheid"
[params]
indicator = "slug van de hoofduitkomst"
first     = "eerste dag van het venster"
last      = "laatste dag van het venster"
*/
select
    all_event.title,
    all_event.first_day,
    all_event.is_public,
    pilot_unit.place
from all_event
inner join pilot_unit
    on
        all_event.area_code is null
        or all_event.area_code in ('NL00', 'RG01', pilot_unit.code, pilot_unit.gemeente_code)
where
    all_event.breaks
    and coalesce(all_event.indicator, '') in ('', $indicator)
    and all_event.first_day > $first
    and all_event.first_day <= $last
order by all_event.first_day, all_event.title, pilot_unit.place
