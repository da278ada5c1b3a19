/*
title = "Afgesloten trajecten van preventieve programma's"
grain = "een traject dat bij zijn laatste contact is afgerond"
[columns]
traject_key = "het traject"
programme   = "slug van het programma"
client_key  = "de jeugdige, om te volgen van de ene bron naar de andere; leeg waar die onbekend is"
protect_key = "wie er bij een klein aantal beschermd wordt: het gezin bij een gezinsprogramma, anders de jeugdige"
gezin_key   = "het gezin; leeg waar onbekend"
first_day   = "dag van het eerste contact"
day         = "dag van het laatste contact"
start_day   = "eerste dag van het traject; leeg waar onbekend"
end_day     = "laatste dag van het traject; leeg waar onbekend"
location    = "praktijk, school, kern of andere plek"
area_code   = "wijk of gemeente van de jeugdige"
age_group   = "leeftijdsgroep"
sex         = "geslacht"
vervolg     = "wat er na het traject volgt"
doel        = "of het doel is behaald: behaald, deels of niet; leeg waar onbekend"
*/
with ranked as (
    select
        fct_contact.*,
        min(day) over (partition by programme, traject_key) as first_day,
        row_number() over (partition by programme, traject_key order by day desc, contact_key desc) as newest
    from fct_contact
    where traject_key is not null and coalesce(age, 0) <= 17
)

select
    traject_key,
    programme,
    client_key,
    protect_key,
    gezin_key,
    first_day,
    day,
    start_day,
    end_day,
    location,
    area_code,
    age_group,
    sex,
    vervolg,
    doel
from ranked
where newest = 1 and afgerond
