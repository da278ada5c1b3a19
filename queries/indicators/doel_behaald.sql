/*
title       = "Doel behaald"
definition  = "Het aandeel van de afgeronde trajecten waarvan het doel is behaald. Een doel dat deels is behaald, telt niet als behaald. Een traject telt in het jaar van het laatste contact. Trajecten waarvan het doel niet is ingevuld, tellen niet mee."
numerator   = "trajecten waarvan het doel is behaald"
ladder      = "inzet"
better      = "higher"
counts      = "trajecten"
shape       = "share"
denominator = "trajecten_met_doel"
per         = 100
unit        = "% van de trajecten met een doel"
sources     = ["preventie_contacten"]
within      = ["contacten", "zonder_verwijzing"]
lag_weeks   = 4
programmes  = true
levels      = ["regio", "gemeente"]
periods     = ["year"]
[columns]
programme = "slug van het programma"
key       = "het traject"
youth     = "wie er beschermd wordt: de jeugdige, bij een gezinsprogramma het gezin"
day       = "dag van het laatste contact"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van de jeugdige"
hit       = "of het doel is behaald"
*/
select
    programme,
    traject_key as key,
    protect_key as youth,
    day,
    location,
    area_code,
    doel = 'behaald' as hit
from fct_traject
where doel is not null
