/*
title       = "Kosten per jeugdige met specialistische jeugd-GGZ"
definition  = "Het bedrag dat over het jaar voor specialistische jeugd-GGZ is gedeclareerd, gedeeld door het aantal jeugdigen voor wie dat gebeurde. Jeugdigen vanaf 18 jaar tellen mee. Een regel telt in het jaar waarin zijn periode begint. De gemeente is die van de verwijzing waar hij bij hoort. Terugbetalingen gaan eraf. Declaraties zonder sleutel van de jeugdige of zonder geleverde verwijzing tellen niet mee. Het bedrag per jeugdige is afgerond op 200 euro, en openbaar op 1.000 euro."
numerator   = "gedeclareerde euro's voor specialistische jeugd-GGZ"
ladder      = "uitkomst"
better      = "neither"
counts      = "euro"
shape       = "sum"
denominator = "jeugdigen_met_declaratie"
per         = 1
unit        = "euro per jeugdige"
sources     = ["declaraties", "ggz_verwijzingen"]
lag_weeks   = 13
levels      = ["regio", "gemeente"]
periods     = ["year"]
[columns]
key       = "de jeugdige"
youth     = "de jeugdige"
day       = "eerste dag van de gedeclareerde periode"
area_code = "wijk of gemeente van de verwijzing"
amount    = "euro"
*/
select
    youth_key as key,
    youth_key as youth,
    day,
    area_code,
    cast(round(amount) as bigint) as amount
from fct_declaratie
where zorgsoort = 'specialistisch' and youth_key is not null and area_code is not null
