/*
title       = "Looptijd in weken"
definition  = "Hoeveel weken een gezin hulp had, gemiddeld over de gezinnen van wie in het jaar een traject is afgerond. Een traject duurt van zijn eerste tot zijn laatste dag; is een van beide niet opgegeven, dan geldt de dag van het eerste of het laatste contact. Het gemiddelde is afgerond op 2 weken, en openbaar op 6 weken."
numerator   = "weken van afgeronde trajecten"
ladder      = "inzet"
better      = "neither"
counts      = "weken"
shape       = "sum"
denominator = "gezinnen_afgerond"
per         = 1
unit        = "weken per gezin"
sources     = ["preventie_contacten"]
lag_weeks   = 4
programmes  = true
levels      = ["regio", "gemeente"]
periods     = ["year"]
[columns]
programme = "slug van het programma"
key       = "het gezin"
youth     = "wie er beschermd wordt: het gezin"
day       = "laatste dag van het traject"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van het gezin"
amount    = "weken"
*/
select
    programme,
    gezin_key as key,
    gezin_key as youth,
    coalesce(end_day, day) as day,
    location,
    area_code,
    cast(round((coalesce(end_day, day) - coalesce(start_day, first_day)) / 7.0) as bigint) as amount
from fct_traject
where gezin_key is not null and coalesce(end_day, day) >= coalesce(start_day, first_day)
