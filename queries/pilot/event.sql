/*
title = "Wat er per eenheid en maand is geteld, per jeugdige"
grain = "een jeugdige van een eenheid in een maand"
[params]
unit = "wat de pilot een eenheid noemt"
*/
select
    pilot_unit.place,
    extract(year from observed.day) * 12 + extract(month from observed.day) - 1 as month,
    observed.youth is not null as is_known,
    dense_rank() over (
        order by coalesce(cast(observed.youth as varchar), 'rij ' || cast(observed.key as varchar))
    ) as youth,
    count(distinct observed.key) as events
from observed
inner join pilot_unit
    on
        pilot_unit.code = case
            when $unit = 'praktijk' then observed.location
            when $unit <> 'gemeente' then observed.area_code
            when observed.area_code like 'WK%' then 'GM' || substr(observed.area_code, 3, 4)
            else observed.area_code
        end
        and pilot_unit.age_group in ('', observed.age_group)
where observed.day is not null
group by pilot_unit.place, observed.day, observed.youth, observed.key
