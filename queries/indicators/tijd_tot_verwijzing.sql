/*
title       = "Tijd van eerste contact tot verwijzing"
definition  = "Het aantal trajecten dat in de periode begon, naar de tijd tot een verwijzing naar specialistische jeugd-GGZ. Die tijd begint bij het eerste contact. Elke verwijzer telt mee. Een traject telt mee als er na het eerste contact 91 dagen voorbij zijn. Zolang er na het eerste contact geen jaar voorbij is, heet van wie nog niet is verwezen nog niet bekend. Trajecten waarvan de jeugdige onbekend is, tellen niet mee. Dit cijfer volgt jeugdigen van de ene bron naar de andere; dat kan alleen met een vastgelegde grond om te koppelen."
numerator   = "begonnen trajecten waarvan de jeugdige wordt gevolgd"
ladder      = "context"
better      = "neither"
counts      = "trajecten"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "begonnen trajecten per 1.000 jeugdigen"
sources     = ["ojg_contacten", "preventie_contacten", "ggz_verwijzingen"]
one_of      = ["ojg_contacten|preventie_contacten"]
within      = ["contacten"]
follows     = "ggz_verwijzingen"
follow_days = 91
lag_weeks   = 45
programmes  = true
levels      = ["regio", "gemeente"]
periods     = ["quarter", "half", "year"]
splits      = ["termijn"]
[columns]
programme = "slug van het programma"
key       = "het traject"
youth     = "wie er beschermd wordt: de jeugdige, bij een gezinsprogramma het gezin"
day       = "dag van het eerste contact"
location  = "praktijk, school of kern"
area_code = "wijk of gemeente van de jeugdige"
termijn   = "binnen hoeveel maanden de jeugdige is verwezen"
*/
with ranked as (
    select
        fct_contact.*,
        row_number() over (partition by programme, traject_key order by day, contact_key) as nth
    from fct_contact
    where traject_key is not null and client_key is not null and coalesce(age, 0) <= 17
),

delivered as (
    select max(day) as last_day
    from fct_verwijzing
),

followed as (
    select
        ranked.*,
        -- a year must have gone by in the referrals that were delivered
        ranked.day <= delivered.last_day - 365 as is_whole
    from ranked
    cross join delivered
    where ranked.nth = 1 and ranked.day <= delivered.last_day - 91
),

passed as (
    select
        followed.programme,
        followed.traject_key,
        min(fct_verwijzing.day - followed.day) as days
    from followed
    inner join fct_verwijzing
        on
            followed.client_key = fct_verwijzing.youth_key
            and fct_verwijzing.zorgsoort = 'specialistisch'
            and fct_verwijzing.day between followed.day and followed.day + 365
    group by followed.programme, followed.traject_key
)

select
    followed.programme,
    followed.traject_key as key,
    followed.protect_key as youth,
    followed.day,
    followed.location,
    followed.area_code,
    case
        when passed.days <= 91 then 'binnen_3_maanden'
        when passed.days <= 182 then 'na_3_tot_6_maanden'
        when passed.days is not null then 'na_6_tot_12_maanden'
        when followed.is_whole then 'niet_binnen_12_maanden'
        else 'nog_niet_bekend'
    end as termijn
from followed
left join passed on followed.programme = passed.programme and followed.traject_key = passed.traject_key
