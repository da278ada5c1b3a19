/*
title       = "Verwijzingen door de huisarts naar specialistische jeugd-GGZ"
definition  = "Het aantal verwijzingen van jeugdigen tot en met 17 jaar naar specialistische jeugd-GGZ door de huisarts (verwijzer 02). Een jeugdige die een OJG doorzet, staat geregistreerd als verwezen door de huisarts. Een jeugdige kan meer keer worden verwezen. Wat specialistisch is, staat in de productindeling. Een verwijzing waarvan de leeftijd onbekend is, telt mee."
numerator   = "verwijzingen door de huisarts naar specialistische jeugd-GGZ"
ladder      = "uitkomst"
better      = "lower"
counts      = "verwijzingen"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "verwijzingen per 1.000 jeugdigen"
sources     = ["ggz_verwijzingen"]
within      = ["verwijzingen_sggz", "verwijzingen_sggz/verwijzer=huisarts"]
lag_weeks   = 6
levels      = ["regio", "gemeente", "wijk", "kern", "praktijk"]
splits      = ["age_group", "sex"]
[columns]
key       = "de verwijzing"
youth     = "de jeugdige"
day       = "dag van de verwijzing"
location  = "praktijk van de verwijzer"
area_code = "wijk of gemeente van de jeugdige"
age_group = "leeftijdsgroep"
sex       = "geslacht"
verwijzer = "wie verwees"
*/
select
    verwijzing_key as key,
    youth_key as youth,
    day,
    location,
    area_code,
    age_group,
    sex,
    verwijzer
from fct_verwijzing
where zorgsoort = 'specialistisch' and verwijzer = 'huisarts' and coalesce(age, 0) <= 17
