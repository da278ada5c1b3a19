/*
title = "De niveaus, gebieden en periodesoorten waarop twee indicatoren allebei cijfers hebben"
[params]
inzet     = "slug van de preventieve indicator"
programme = "slug van het programma; leeg = zonder programma"
uitkomst  = "slug van de specialistische indicator"
[columns]
level     = "niveau"
area      = "gebiedscode"
type      = "periodesoort, van fijn naar grof"
shown     = "deel van de cellen met een cijfer, van de indicator die er het minst toont"
first_day = "eerste dag waarop een van beide cellen heeft"
last_day  = "laatste dag waarop een van beide cellen heeft"
*/
select
    front.level,
    front.area,
    front.type,
    least(front.shown, back.shown) as shown,
    least(front.first_day, back.first_day) as first_day,
    greatest(front.last_day, back.last_day) as last_day
from offer as front
inner join offer as back on front.area = back.area and front.type = back.type
where
    front.indicator = $inzet
    and front.programme = $programme
    and front.shown is not null
    and back.indicator = $uitkomst
    and back.programme in ('', $programme)
    and back.shown is not null
order by
    front.level,
    front.area,
    list_position(['month', 'quarter', 'half', 'year', 'schoolyear', '3year'], front.type)
