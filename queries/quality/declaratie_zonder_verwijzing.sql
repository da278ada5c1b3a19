/*
source = "declaraties"
item   = "Declaraties van specialistische hulp waarvan de verwijzing niet is geleverd"
advice = "Lever verwijzing_id of toewijzingnummer zoals in de verwijzingen; tot dan hoort zo'n declaratie bij geen gemeente en telt zij niet mee."
*/
select
    cast(null as varchar) as name,
    count(*) as n
from fct_declaratie
where zorgsoort = 'specialistisch' and area_code is null
having count(*) > 0
