/*
title = "Waaraan een programma te herkennen is: de slug of de titel"
grain = "een slug of titel, in kleine letters"
[columns]
name = "slug of titel"
slug = "slug van het programma"
unit = "waar het programma werkt"
*/
with listed as (
    select
        lower(slug) as name,
        slug,
        unit
    from programme
    union
    select
        lower(title) as name,
        slug,
        unit
    from programme
)

select
    name,
    min(slug) as slug,
    min(unit) as unit
from listed
where name <> ''
group by name
having count(*) = 1
