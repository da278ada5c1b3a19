/*
title       = "Specialistische hulp binnen een jaar na een traject"
definition  = "Het aandeel van de afgesloten trajecten waarvan de jeugdige binnen 365 dagen daarna met specialistische jeugd-GGZ begint, ook als het traject zelf heeft doorverwezen. Een traject telt in de periode van het laatste contact, en pas als er een jaar voorbij is. Trajecten waarvan de jeugdige onbekend is, tellen niet mee. Dit cijfer volgt jeugdigen van de ene bron naar de andere; dat kan alleen met een vastgelegde grond om te koppelen."
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
within      = ["contacten"]
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
with ranked as (
    select
        fct_contact.*,
        row_number() over (partition by programme, traject_key order by day desc, contact_key desc) as newest
    from fct_contact
    where traject_key is not null and coalesce(age, 0) <= 17
),

closed as (
    select ranked.*
    from ranked
    where
        newest = 1
        and afgerond
        and client_key is not null
        -- a year must have gone by in the referrals that were delivered
        and day <= (select max(fct_verwijzing.day) - 365 from fct_verwijzing)
),

returned as (
    select distinct closed.contact_key
    from closed
    inner join fct_verwijzing
        on
            closed.client_key = fct_verwijzing.youth_key
            and fct_verwijzing.zorgsoort = 'specialistisch'
            and fct_verwijzing.start_day between closed.day and closed.day + 365
)

select
    closed.programme,
    closed.traject_key as key,
    closed.protect_key as youth,
    closed.day,
    closed.location,
    closed.area_code,
    returned.contact_key is not null as hit
from closed
left join returned on closed.contact_key = returned.contact_key
