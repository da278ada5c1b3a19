/*
source = "ggz_verwijzingen"
item   = "Rijen met een wijk van een andere gemeente: {0}"
advice = "Ze tellen in de opgegeven gemeente mee, en in geen wijk. Controleer welke van de twee klopt."
*/
with told as (
    select gemeentecode, wijkcode, 'ggz_verwijzingen' as source from src_ggz_verwijzingen
    union all
    select gemeentecode, wijkcode, 'ojg_contacten' as source from src_ojg_contacten
    union all
    select gemeentecode, wijkcode, 'preventie_contacten' as source from src_preventie_contacten
    union all
    select gemeentecode, wijkcode, 'jeugdhulp_school' as source from src_jeugdhulp_school
)

select
    wijkcode as name,
    count(*) as n,
    source
from told
where substr(gemeentecode, 3) <> substr(wijkcode, 3, 4)
group by source, wijkcode
order by n desc, name asc
