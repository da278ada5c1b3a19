/*
title       = "Positieve ervaringen"
definition  = "Het aandeel van de antwoorden van jongeren en ouders dat in het bovenste derde deel van de schaal ligt: een 7 of hoger van de 10, of een 4 of 5 van de 5. Het telt antwoorden en geen mensen: wie meer vragen invult, telt vaker mee. Een antwoord over een schooljaar telt in het jaar waarin dat eindigt. Antwoorden zonder schaal of zonder plek tellen niet mee. Wie niets invulde, telt ook niet mee; dit zegt dus niet wat alle gezinnen vinden."
numerator   = "antwoorden in het bovenste derde deel van de schaal"
ladder      = "uitkomst"
better      = "higher"
counts      = "antwoorden"
shape       = "share"
denominator = "antwoorden"
per         = 100
unit        = "% van de antwoorden"
sources     = ["ervaringen"]
lag_weeks   = 4
programmes  = true
levels      = ["regio", "gemeente"]
periods     = ["year"]
[columns]
programme = "slug van het programma"
key       = "het antwoord"
youth     = "wie er antwoordde; leeg, want dat wordt niet geleverd"
day       = "dag van het antwoord, anders een dag in de laatste maand van zijn periode"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van de plek"
hit       = "of het antwoord in het bovenste derde deel van de schaal ligt"
*/
select
    programme,
    ervaring_key as key,
    cast(null as bigint) as youth,
    counts_on as day,
    location,
    area_code,
    3 * (score - scale_min) >= 2 * (scale_max - scale_min) as hit
from fct_ervaring
where
    counts_on is not null
    and area_code is not null
    and score between scale_min and scale_max
    and scale_max > scale_min
