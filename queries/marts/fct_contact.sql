/*
title = "Contacten van een preventief programma"
grain = "een contact"
[columns]
contact_key = "het contact"
youth_key   = "de jeugdige; zonder sleutel het traject; anders leeg"
traject_key = "het traject; leeg waar onbekend"
programme   = "slug van het programma"
day         = "dag van het contact"
location    = "praktijk of andere plek"
area_code   = "wijk waar de jeugdige woont; anders de gemeente; anders de gemeente van de praktijk"
age         = "leeftijd in het jaar van het contact"
age_group   = "leeftijdsgroep"
sex         = "geslacht"
hulpvraag   = "lijst van hulpvragen"
vervolg     = "wat er na het traject volgt"
afgerond    = "of het traject met dit contact is afgerond"
*/
with contact as (
    select
        src_ojg_contacten.*,
        coalesce(leeftijd, extract(year from contactdatum) - geboortejaar) as age
    from src_ojg_contacten
)

select
    contact.row_id as contact_key,
    coalesce(contact.client_id, contact.traject_id) as youth_key,
    contact.traject_id as traject_key,
    'ojg' as programme,
    contact.contactdatum as day,
    contact.praktijk_agb as location,
    coalesce(contact.wijkcode, contact.gemeentecode, dim_location.gemeente_code) as area_code,
    contact.age,
    dim_age.age_group,
    contact.geslacht as sex,
    contact.hulpvraag,
    contact.vervolg,
    contact.afgerond
from contact
left join dim_location on contact.praktijk_agb = dim_location.location
left join dim_age on contact.age = dim_age.age
