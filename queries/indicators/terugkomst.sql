/*
title       = "Specialistische hulp binnen een jaar na een traject"
definition  = "Het aandeel van de afgesloten trajecten waarvan de jeugdige binnen 365 dagen daarna met specialistische jeugd-GGZ begint. Wie nog wacht, is niet begonnen. Dat telt ook als het traject zelf heeft doorverwezen. Een traject telt in de periode van het laatste contact, en pas als er een jaar voorbij is. Trajecten waarvan de jeugdige onbekend is, tellen niet mee. Dit cijfer volgt jeugdigen van de ene bron naar de andere; dat kan alleen met een vastgelegde grond om te koppelen."
numerator   = "trajecten met specialistische hulp binnen een jaar"
ladder      = "uitkomst"
better      = "lower"
counts      = "trajecten"
shape       = "share"
denominator = "gevolgde_trajecten"
per         = 100
unit        = "% van de gevolgde trajecten"
sources     = ["ojg_contacten", "preventie_contacten", "ggz_verwijzingen"]
one_of      = ["ojg_contacten|preventie_contacten"]
within      = ["contacten", "zonder_verwijzing"]
follows     = "ggz_verwijzingen"
follow_days = 365
lag_weeks   = 6
programmes  = true
levels      = ["regio", "gemeente"]
periods     = ["quarter", "half", "year", "schoolyear"]
[columns]
programme = "slug van het programma"
key       = "het traject"
youth     = "wie er beschermd wordt: de jeugdige, bij een gezinsprogramma het gezin"
day       = "dag van het laatste contact"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van de jeugdige"
hit       = "of de jeugdige binnen 365 dagen met specialistische hulp begint"
*/
with followed as (
    select fct_traject.*
    from fct_traject
    where
        client_key is not null
        -- a year must have gone by in the referrals that were delivered
        and day <= (select max(fct_verwijzing.day) - 365 from fct_verwijzing)
),

returned as (
    select distinct
        followed.programme,
        followed.traject_key
    from followed
    inner join fct_verwijzing
        on
            followed.client_key = fct_verwijzing.youth_key
            and fct_verwijzing.zorgsoort = 'specialistisch'
            and fct_verwijzing.start_day between followed.day and followed.day + 365
)

select
    followed.programme,
    followed.traject_key as key,
    followed.protect_key as youth,
    followed.day,
    followed.location,
    followed.area_code,
    returned.traject_key is not null as hit
from followed
left join returned on followed.programme = returned.programme and followed.traject_key = returned.traject_key
