/*
title = "De programma's van een kubus"
grain = "een programma"
*/
select
    programme_number.programme_id,
    programme.slug,
    programme.title,
    programme.unit
from programme_number
inner join programme on programme_number.slug = programme.slug
order by programme_number.programme_id
