/*
title = "Rijen per plek en per code, van maand tot maand: wat telde, en wat een levering bevat"
grain = "een waarde van een kenmerk in een maand"
[columns]
feature  = "kolom: de plek, of een kolom met codes"
value    = "de plek of code"
month    = "code van de maand"
old_rows = "rijen die telden"
new_rows = "rijen in de levering"
*/
with valued as (
    select
        month,
        unnest(features) as feature,
        1 as old_rows,
        0 as new_rows
    from before_row
    union all
    select
        month,
        unnest(features) as feature,
        0 as old_rows,
        1 as new_rows
    from after_row
    where is_new
)

select
    feature['name'] as feature,
    feature['value'] as value,
    month,
    sum(old_rows) as old_rows,
    sum(new_rows) as new_rows
from valued
where feature['value'] is not null and month is not null
group by feature['name'], feature['value'], month
order by feature, value, month
