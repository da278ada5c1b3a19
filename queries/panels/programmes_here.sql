/*
title = "De programma's die in een gemeente cijfers hebben, met hun pilots"
[params]
area = "gemeentecode"
[columns]
programme   = "slug van het programma"
title       = "naam van het programma"
unit        = "waar het werkt: praktijk, school, kern, wijk, gemeente of gezin"
pilot       = "slug van een pilot van het programma; leeg als er geen is"
pilot_title = "naam van die pilot"
*/
with here as (
    select distinct offer.programme
    from offer
    where offer.area = $area and offer.shown is not null and offer.programme <> ''
)

select
    programme.slug as programme,
    programme.title,
    programme.unit,
    coalesce(pilot.slug, '') as pilot,
    coalesce(pilot.title, '') as pilot_title
from here
inner join programme on here.programme = programme.slug
left join pilot on programme.slug = pilot.programme and list_contains(string_split(pilot.gemeenten, ','), $area)
order by programme.unit = 'gezin', programme.title, pilot.pilot_id
