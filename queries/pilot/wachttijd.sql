/*
title = "Verwijzingen waarvan bekend is wanneer de hulp begon: of dat later was dan tien weken (Treeknorm)"
grain = "een verwijzing"
*/
select
    fct_verwijzing.verwijzing_key as key,
    fct_verwijzing.youth_key as youth,
    fct_verwijzing.day,
    fct_verwijzing.location,
    fct_verwijzing.area_code,
    fct_verwijzing.age_group,
    src_ggz_verwijzingen.ingangsdatum - fct_verwijzing.day > 70 as hit
from fct_verwijzing
inner join src_ggz_verwijzingen on fct_verwijzing.verwijzing_key = src_ggz_verwijzingen.row_id
cross join build_setting
where
    fct_verwijzing.zorgsoort = 'specialistisch'
    and coalesce(fct_verwijzing.age, 0) <= 17
    and build_setting.verwijzing_day <> 'ingangsdatum'
    and src_ggz_verwijzingen.ingangsdatum >= fct_verwijzing.day
