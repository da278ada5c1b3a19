/*
title = "Afgesloten hulp van preventieve programma's, met wat erop volgde"
grain = "een traject dat bij zijn laatste contact is afgerond, of een inzet op school die is geëindigd"
[columns]
programme   = "slug van het programma"
traject_key = "het traject, of de inzet"
client_key  = "de jeugdige, om te volgen van de ene bron naar de andere; leeg waar die onbekend is"
protect_key = "wie er bij een klein aantal beschermd wordt: het gezin bij een gezinsprogramma, anders de jeugdige"
day         = "dag van het laatste contact, of laatste dag van de inzet"
location    = "praktijk, school, kern of andere plek"
area_code   = "wijk of gemeente van de jeugdige"
vervolg     = "zonder_verwijzing, specialistisch, andere_hulp of onbekend"
*/
with closed as (
    select
        programme,
        traject_key,
        client_key,
        protect_key,
        day,
        location,
        area_code,
        vervolg
    from fct_traject
    union all
    select
        programme,
        inzet_key as traject_key,
        youth_key as client_key,
        youth_key as protect_key,
        end_day as day,
        location,
        area_code,
        vervolg
    from fct_schoolhulp
    -- a group or a talk with a teacher has no youth of which something follows
    where end_day is not null and coalesce(vorm, 'individueel') = 'individueel' and coalesce(age, 0) <= 17
)

select
    programme,
    traject_key,
    client_key,
    protect_key,
    day,
    location,
    area_code,
    case
        when vervolg in ('zelf_afgehandeld', 'vrij_toegankelijk') then 'zonder_verwijzing'
        when vervolg = 'specialistische_ggz' then 'specialistisch'
        when
            vervolg in (
                'basis_ggz', 'gemeentelijk_team', 'jeugdhulp_aanbieder', 'medisch_specialist', 'overig'
            )
            then 'andere_hulp'
        else 'onbekend'
    end as vervolg
from closed
