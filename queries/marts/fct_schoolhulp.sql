/*
title = "Jeugdhulp op school"
grain = "een inzet: een leerling, groep of consultatie"
[columns]
inzet_key = "de inzet"
youth_key = "de leerling; leeg waar geen sleutel is geleverd"
programme = "slug van het programma"
day       = "eerste dag"
end_day   = "laatste dag; leeg zolang het loopt of waar onbekend"
location  = "school (BRIN)"
area_code = "wijk of gemeente van de leerling; anders die van de school"
age       = "leeftijd in het jaar van de start"
age_group = "leeftijdsgroep"
sex       = "geslacht"
vorm      = "individueel, groep of consultatie"
hulpvraag = "lijst van hulpvragen"
vervolg   = "wat er na de inzet volgt"
*/
with inzet as (
    select
        src_jeugdhulp_school.*,
        coalesce(leeftijd, extract(year from startdatum) - geboortejaar) as age
    from src_jeugdhulp_school
)

select
    inzet.row_id as inzet_key,
    inzet.client_id as youth_key,
    'jeugdhulp_school' as programme,
    inzet.startdatum as day,
    inzet.einddatum as end_day,
    inzet.brin as location,
    coalesce(
        case when substr(inzet.gemeentecode, 3) <> substr(inzet.wijkcode, 3, 4) then null else inzet.wijkcode end,
        inzet.gemeentecode,
        dim_location.wijk_code,
        dim_location.gemeente_code
    ) as area_code,
    inzet.age,
    dim_age.age_group,
    inzet.geslacht as sex,
    inzet.vorm,
    inzet.hulpvraag,
    inzet.vervolg
from inzet
left join dim_location on inzet.brin = dim_location.location
left join dim_age on inzet.age = dim_age.age
