/*
title       = "Afgesloten zonder verwijzing"
definition  = "Het aandeel van de afgesloten trajecten dat het programma zelf heeft afgehandeld of waarna vrij toegankelijke hulp volgt. Een traject is afgesloten als het bij het laatste contact is afgerond, en telt in de periode van dat contact. Voortijdig gestopte trajecten en trajecten met onbekend vervolg blijven in de noemer."
numerator   = "trajecten zelf afgehandeld of naar vrij toegankelijke hulp"
ladder      = "inzet"
better      = "neither"
counts      = "trajecten"
shape       = "share"
denominator = "afgesloten_trajecten"
per         = 100
unit        = "% van de afgesloten trajecten"
sources     = ["ojg_contacten", "preventie_contacten"]
one_of      = ["ojg_contacten|preventie_contacten"]
within      = ["contacten"]
lag_weeks   = 4
programmes  = true
splits      = ["age_group", "sex"]
[columns]
programme = "slug van het programma"
key       = "het traject"
youth     = "wie er beschermd wordt: de jeugdige, bij een gezinsprogramma het gezin"
day       = "dag van het laatste contact"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van de jeugdige"
age_group = "leeftijdsgroep"
sex       = "geslacht"
hit       = "of het traject zonder verwijzing is afgesloten"
*/
select
    programme,
    traject_key as key,
    protect_key as youth,
    day,
    location,
    area_code,
    age_group,
    sex,
    coalesce(vervolg, 'onbekend') in ('zelf_afgehandeld', 'vrij_toegankelijk') as hit
from fct_traject
