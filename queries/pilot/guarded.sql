/*
title = "Waar een pilot op let: per eenheid en maand de rijen, en of ze raak zijn"
grain = "een rij van een eenheid"
[params]
unit      = "wat de pilot een eenheid noemt"
programme = "slug van het programma"
*/
select
    pilot_unit.place,
    extract(year from observed.day) * 12 + extract(month from observed.day) - 1 as month,
    observed.hit,
    dense_rank() over (
        order by coalesce(cast(observed.youth as varchar), 'rij ' || cast(observed.key as varchar))
    ) as youth
from observed
inner join pilot_unit
    on
        pilot_unit.code = case
            when $unit = 'praktijk' then observed.location
            when $unit <> 'gemeente' then observed.area_code
            when observed.area_code like 'WK%' then 'GM' || substr(observed.area_code, 3, 4)
            else observed.area_code
        end
        and pilot_unit.age_group in ('', coalesce(observed.age_group, ''))
where observed.day is not null and coalesce(observed.programme, $programme) = $programme
