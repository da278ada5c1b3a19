/*
title       = "Specialistische hulp na een afgesloten traject, naar vervolg"
definition  = "Het aantal afgesloten trajecten, naar wat erop volgt en naar de maanden tot specialistische jeugd-GGZ begint. Wie nog wacht, is niet begonnen. Elke verwijzer telt mee. Een traject telt in het jaar van het laatste contact, en pas als er een jaar voorbij is. Trajecten waarvan de jeugdige onbekend is, tellen niet mee. Dit cijfer volgt jeugdigen van de ene bron naar de andere; dat kan alleen met een vastgelegde grond om te koppelen."
numerator   = "afgesloten trajecten waarvan de jeugdige wordt gevolgd"
ladder      = "context"
better      = "neither"
counts      = "trajecten"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "gevolgde trajecten per 1.000 jeugdigen"
sources     = ["ojg_contacten", "preventie_contacten", "jeugdhulp_school", "ggz_verwijzingen"]
one_of      = ["ojg_contacten|preventie_contacten|jeugdhulp_school"]
within      = [
    "vervolg", "terugkomst", "hulp=%:hulp_% -> terugkomst",
    "hulp=zonder_verwijzing:% -> vervolg/vervolg=zonder_verwijzing",
    "hulp=specialistisch:% -> vervolg/vervolg=specialistisch",
    "hulp=andere_hulp:% -> vervolg/vervolg=andere_hulp", "hulp=onbekend:% -> vervolg/vervolg=onbekend",
]
follows     = "ggz_verwijzingen"
follow_days = 365
lag_weeks   = 6
programmes  = true
levels      = ["regio", "gemeente"]
periods     = ["year"]
splits      = ["hulp"]
[columns]
programme = "slug van het programma"
key       = "het traject, of de inzet op school"
youth     = "wie er beschermd wordt: de jeugdige, bij een gezinsprogramma het gezin"
day       = "dag van het laatste contact"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van de jeugdige"
hulp      = "wat erop volgt, en binnen hoeveel maanden specialistische hulp begint"
*/
with followed as (
    select fct_afsluiting.*
    from fct_afsluiting
    where
        client_key is not null
        -- a year must have gone by in the referrals that were delivered
        and day <= (select max(fct_verwijzing.day) - 365 from fct_verwijzing)
),

begun as (
    select
        followed.programme,
        followed.traject_key,
        min(fct_verwijzing.start_day - followed.day) as days
    from followed
    inner join fct_verwijzing
        on
            followed.client_key = fct_verwijzing.youth_key
            and fct_verwijzing.zorgsoort = 'specialistisch'
            and fct_verwijzing.start_day between followed.day and followed.day + 365
    group by followed.programme, followed.traject_key
)

select
    followed.programme,
    followed.traject_key as key,
    followed.protect_key as youth,
    followed.day,
    followed.location,
    followed.area_code,
    followed.vervolg || ':'
    || case
        when begun.days <= 91 then 'hulp_3'
        when begun.days <= 182 then 'hulp_6'
        when begun.days is not null then 'hulp_12'
        else 'geen'
    end as hulp
from followed
left join begun on followed.programme = begun.programme and followed.traject_key = begun.traject_key
