/*
title = "Rijen per maand: wat telde, en wat een levering bevat"
grain = "een maand"
[columns]
month    = "code van de maand"
old_rows = "rijen die telden"
new_rows = "rijen in de levering"
known    = "waarvan met een sleutel die er al was"
*/
with old_month as (
    select
        month,
        count(*) as old_rows
    from before_row
    where month is not null
    group by month
),

new_month as (
    select
        after_row.month,
        count(*) as new_rows,
        count(before_row.row_key) as known
    from after_row
    left join before_row on after_row.row_key = before_row.row_key
    where after_row.is_new and after_row.month is not null
    group by after_row.month
)

select
    coalesce(old_month.month, new_month.month) as month,
    coalesce(old_month.old_rows, 0) as old_rows,
    coalesce(new_month.new_rows, 0) as new_rows,
    coalesce(new_month.known, 0) as known
from old_month
full outer join new_month on old_month.month = new_month.month
order by month
