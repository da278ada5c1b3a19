/*
title       = "Verwijzingen naar andere jeugdhulp"
definition  = "Het aantal verwijzingen van jeugdigen tot en met 17 jaar naar andere jeugdhulp dan basis-GGZ en specialistische jeugd-GGZ. Alle verwijzers tellen mee. Een jeugdige kan meer keer worden verwezen. Welke hulp dat is, staat in de productindeling; wat daar niet in staat, telt niet mee. Een verwijzing waarvan de leeftijd onbekend is, telt mee."
numerator   = "verwijzingen naar andere jeugdhulp"
ladder      = "context"
better      = "neither"
counts      = "verwijzingen"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "verwijzingen per 1.000 jeugdigen"
sources     = ["ggz_verwijzingen"]
lag_weeks   = 6
levels      = ["regio", "gemeente"]
periods     = ["year"]
splits      = ["verwijzer"]
[columns]
key       = "de verwijzing"
youth     = "de jeugdige"
day       = "dag van de verwijzing"
location  = "praktijk van de verwijzer"
area_code = "wijk of gemeente van de jeugdige"
verwijzer = "wie verwees"
*/
select
    verwijzing_key as key,
    youth_key as youth,
    day,
    location,
    area_code,
    verwijzer
from fct_verwijzing
where zorgsoort in ('preventief', 'overig') and coalesce(age, 0) <= 17
