/*
title = "De niveaus, gebieden en periodesoorten waarop twee indicatoren cijfers hebben: beide, of de uitkomst waar het programma er niet is"
[params]
inzet     = "slug van de preventieve indicator; leeg = van de andere alleen"
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
with front as (
    select
        offer.area,
        offer.type,
        offer.shown,
        offer.first_day,
        offer.last_day
    from offer
    where offer.indicator = $inzet and offer.programme = $programme and offer.shown is not null
)

select
    back.level,
    back.area,
    back.type,
    least(coalesce(front.shown, back.shown), back.shown) as shown,
    least(coalesce(front.first_day, back.first_day), back.first_day) as first_day,
    greatest(coalesce(front.last_day, back.last_day), back.last_day) as last_day
from offer as back
left join front on back.area = front.area and back.type = front.type
where
    back.indicator = $uitkomst
    and back.programme in ('', $programme)
    and back.shown is not null
    and (front.area is not null or not exists (select 1 from front))
order by
    back.level,
    back.area,
    list_position(['month', 'quarter', 'half', 'year', 'schoolyear', '3year'], back.type)
