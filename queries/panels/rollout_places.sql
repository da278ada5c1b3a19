/*
title = "Uitrol: waar een programma werkt, wie het eerst begon bovenaan en wie nog niet begon onderaan"
[params]
programme = "slug"
until     = "laatste dag van de gegevens"
[columns]
place = "code van de plek"
name  = "naam van de plek"
start = "eerste dag; leeg als er geen start bekend is"
stop  = "laatste dag; leeg als het doorloopt"
hours = "uren per maand; leeg als ze niet bekend zijn"
begun = "of het programma er op de laatste dag van de gegevens is begonnen"
*/
with stretch as (
    select
        area.code as place,
        area.name,
        rollout.first_day,
        rollout.last_day,
        rollout.hours_per_month,
        min(rollout.first_day) over (partition by area.area_id) as begun_on
    from programme
    inner join area on programme.unit = area.level
    left join rollout on programme.programme_id = rollout.programme_id and area.area_id = rollout.area_id
    where programme.slug = $programme
)

select
    stretch.place,
    stretch.name,
    stretch.first_day as start,
    stretch.last_day as stop,
    stretch.hours_per_month as hours,
    coalesce(stretch.begun_on <= $until, false) as begun
from stretch
order by
    begun desc,
    case when begun then stretch.begun_on end,
    stretch.name,
    stretch.place,
    stretch.first_day
