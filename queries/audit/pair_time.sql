/*
title = "Verbanden in de tijd: perioden die samen een langere periode zijn, erin liggen of haar bedekken"
grain = "een deel van een geheel"
*/
select
    'tijd ' || whole.indicator || ' ' || whole.type || ' ' || period_part.form as family,
    period_part.form,
    whole.cell as parent,
    part.cell as piece,
    part.is_counted,
    period_part.pieces = count(*) over (partition by whole.cell, period_part.form) as is_whole
from audit_cell as whole
inner join table_types
    on
        whole.indicator = table_types.indicator
        and whole.level = table_types.level
        and whole.dimension = table_types.dimension
inner join period_part on table_types.types = period_part.types and whole.period_id = period_part.parent_id
inner join audit_cell as part on whole.series = part.series and period_part.piece_id = part.period_id
where whole.is_counted
