/*
title = "Verbanden tussen een totaal en zijn uitsplitsing"
grain = "een deel van een geheel"
*/
select
    'kenmerk ' || whole.indicator || ' ' || part.dimension as family,
    'sum' as form,
    whole.cell as parent,
    part.cell as piece,
    part.is_counted,
    true as is_whole
from audit_cell as whole
inner join audit_cell as part
    on
        whole.indicator = part.indicator
        and whole.programme = part.programme
        and whole.area_id = part.area_id
        and whole.period_id = part.period_id
where whole.is_counted and whole.dimension = '' and part.dimension <> ''
