/*
title = "Gebeurtenissen die de reeks van een eenheid afbreken"
grain = "een gebeurtenis van een eenheid"
[params]
indicator = "slug van de hoofduitkomst"
first     = "eerste dag van het venster"
last      = "laatste dag van het venster"
*/
with known as (
    select
        title,
        first_day,
        area_code,
        coalesce(indicator, '') as indicator,
        is_public
    from all_event
    where breaks
    union
    select
        title,
        first_day,
        area_code,
        indicator,
        is_public
    from kept_event
    where breaks
)

select distinct
    known.title,
    known.first_day,
    known.is_public,
    pilot_unit.place
from known
inner join pilot_unit
    on
        known.area_code is null
        or known.area_code in ('NL00', 'RG01', pilot_unit.code, pilot_unit.gemeente_code)
where
    known.indicator in ('', $indicator)
    and known.first_day > $first
    and known.first_day <= $last
order by known.first_day, known.title, known.is_public, pilot_unit.place
