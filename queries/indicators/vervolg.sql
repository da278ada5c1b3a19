/*
title       = "Vervolg van afgesloten trajecten"
definition  = "Het aantal afgesloten trajecten, naar wat erop volgt: geen verwijzing (zelf afgehandeld of naar vrij toegankelijke hulp), specialistische jeugd-GGZ, andere hulp, of gestopt of onbekend. Een traject is afgesloten als het bij het laatste contact is afgerond, en telt in het jaar van dat contact. Op school telt een individuele inzet in het jaar van zijn laatste dag. Wat erop volgt, schreef de hulpverlener op: of het ook zo ging, zegt dit niet."
numerator   = "afgesloten trajecten"
ladder      = "context"
better      = "neither"
counts      = "trajecten"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "afgesloten trajecten per 1.000 jeugdigen"
sources     = ["ojg_contacten", "preventie_contacten", "jeugdhulp_school"]
one_of      = ["ojg_contacten|preventie_contacten|jeugdhulp_school"]
within      = ["contacten", "zonder_verwijzing", "vervolg=zonder_verwijzing -> zonder_verwijzing"]
lag_weeks   = 4
programmes  = true
levels      = ["regio", "gemeente"]
periods     = ["year"]
splits      = ["vervolg"]
[columns]
programme = "slug van het programma"
key       = "het traject, of de inzet op school"
youth     = "wie er beschermd wordt: de jeugdige, bij een gezinsprogramma het gezin"
day       = "dag van het laatste contact"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van de jeugdige"
vervolg   = "wat erop volgt"
*/
select
    programme,
    traject_key as key,
    protect_key as youth,
    day,
    location,
    area_code,
    vervolg
from fct_afsluiting
