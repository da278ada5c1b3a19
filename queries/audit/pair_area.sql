/*
title = "Verbanden tussen gebieden: de delen van een gemeente en van de regio, in dezelfde periode"
grain = "een deel van een geheel"
*/
select
    'gebied ' || whole.indicator || ' ' || whole.area_code || ' ' || part.level as family,
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
        and whole.period_id = part.period_id
        and whole.dimension = part.dimension
        and whole.split_value = part.split_value
where
    whole.is_counted
    and (
        (whole.level = 'regio' and part.level in ('gemeente', 'kern', 'praktijk', 'school'))
        or (whole.level = 'gemeente' and part.is_small_level and whole.area_code = part.gemeente_code)
        or (whole.level = 'wijk' and part.level = 'kern' and whole.area_code = part.parent_code)
    )
