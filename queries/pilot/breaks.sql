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
        location,
        coalesce(indicator, '') as indicator,
        is_public
    from all_event
    where breaks
    union
    select
        title,
        first_day,
        area_code,
        location,
        indicator,
        is_public
    from kept_event
    where breaks
),

place as (
    select
        location,
        wijk_code,
        gemeente_code
    from dim_location
    union
    select
        code as location,
        wijk_code,
        gemeente_code
    from dim_kern
)

select distinct
    known.title,
    known.first_day,
    known.is_public,
    known.location is not null as is_local,
    pilot_unit.place
from known
left join place on known.location = place.location
inner join pilot_unit
    on
        case
            -- what is counted of the wijk or gemeente around a place changes with it
            when known.location is not null
                then pilot_unit.code in (known.location, place.wijk_code, place.gemeente_code)
            else
                known.area_code is null
                or known.area_code in ('NL00', 'RG01', pilot_unit.code, pilot_unit.gemeente_code)
        end
where
    known.indicator in ('', $indicator)
    and known.first_day > $first
    and known.first_day <= $last
order by known.first_day, known.title, known.is_public, is_local, pilot_unit.place
