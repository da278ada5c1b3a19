/*
title = "Contacten van preventieve programma's"
grain = "een contact"
[columns]
contact_key = "het contact"
youth_key   = "de jeugdige; zonder sleutel het traject, anders het gezin; anders leeg"
client_key  = "de jeugdige, om te volgen van de ene bron naar de andere; leeg waar alleen het traject of het gezin bekend is"
protect_key = "wie er bij een klein aantal beschermd wordt: het gezin bij een gezinsprogramma, anders de jeugdige"
traject_key = "het traject; leeg waar onbekend"
programme   = "slug van het programma"
source      = "de bron die het contact leverde"
day         = "dag van het contact"
location    = "praktijk, school, kern of andere plek"
area_code   = "wijk waar de jeugdige woont; anders de wijk van de kern; anders de gemeente, ook waar die een andere is dan die van de wijk; anders de gemeente van de plek"
age         = "leeftijd in het jaar van het contact"
age_group   = "leeftijdsgroep"
sex         = "geslacht"
hulpvraag   = "lijst van hulpvragen"
vervolg     = "wat er na het traject volgt"
afgerond    = "of het traject met dit contact is afgerond of een einddatum heeft"
gezin_key   = "het gezin; leeg waar onbekend"
start_day   = "eerste dag van het traject; leeg waar onbekend"
end_day     = "laatste dag van het traject; leeg zolang het loopt of waar onbekend"
doel        = "of het doel is behaald: behaald, deels of niet"
involved    = "hoeveel hulpverleners bij het gezin betrokken zijn"
*/
with contact as (
    select
        row_id,
        coalesce(client_id, traject_id) as youth_key,
        client_id as client_key,
        coalesce(client_id, traject_id) as protect_key,
        traject_id,
        'ojg' as programme,
        'ojg_contacten' as source,
        contactdatum,
        praktijk_agb as location,
        case when substr(gemeentecode, 3) <> substr(wijkcode, 3, 4) then null else wijkcode end as area_code,
        gemeentecode,
        coalesce(leeftijd, extract(year from contactdatum) - geboortejaar) as age,
        geslacht,
        hulpvraag,
        vervolg,
        afgerond,
        cast(null as bigint) as gezin_key,
        cast(null as date) as start_day,
        cast(null as date) as end_day,
        cast(null as varchar) as doel,
        cast(null as bigint) as involved
    from src_ojg_contacten
    union all
    select
        src.row_id,
        coalesce(src.client_id, src.traject_id, src.gezin_id) as youth_key,
        src.client_id as client_key,
        case
            when dim_programme_name.unit = 'gezin' then coalesce(src.gezin_id, src.client_id, src.traject_id)
            else coalesce(src.client_id, src.traject_id, src.gezin_id)
        end as protect_key,
        src.traject_id,
        coalesce(dim_programme_name.slug, src.voorziening) as programme,
        'preventie_contacten' as source,
        src.contactdatum,
        coalesce(dim_kern.code, src.locatie) as location,
        coalesce(
            case when substr(src.gemeentecode, 3) <> substr(src.wijkcode, 3, 4) then null else src.wijkcode end,
            case when coalesce(src.gemeentecode, dim_kern.gemeente_code) = dim_kern.gemeente_code then dim_kern.wijk_code end
        ) as area_code,
        src.gemeentecode,
        coalesce(src.leeftijd, extract(year from src.contactdatum) - src.geboortejaar) as age,
        src.geslacht,
        src.hulpvraag,
        src.vervolg,
        coalesce(src.afgerond, src.einddatum is not null) as afgerond,
        src.gezin_id as gezin_key,
        src.startdatum as start_day,
        src.einddatum as end_day,
        src.doel,
        src.aantal_betrokkenen as involved
    from src_preventie_contacten as src
    left join dim_programme_name on lower(src.voorziening) = dim_programme_name.name
    left join dim_kern_name on lower(src.locatie) = dim_kern_name.name
    left join dim_kern on dim_kern_name.code = dim_kern.code
)

select
    contact.row_id as contact_key,
    contact.youth_key,
    contact.client_key,
    contact.protect_key,
    contact.traject_id as traject_key,
    contact.programme,
    contact.source,
    contact.contactdatum as day,
    contact.location,
    coalesce(
        contact.area_code,
        contact.gemeentecode,
        dim_location.gemeente_code,
        case when contact.location like 'WK____%' or contact.location like 'GM____' then contact.location end
    ) as area_code,
    contact.age,
    dim_age.age_group,
    contact.geslacht as sex,
    contact.hulpvraag,
    contact.vervolg,
    contact.afgerond,
    contact.gezin_key,
    contact.start_day,
    contact.end_day,
    contact.doel,
    contact.involved
from contact
left join dim_location on contact.location = dim_location.location
left join dim_age on contact.age = dim_age.age
