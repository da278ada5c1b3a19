/*
title = "Het bedrag in het midden en de leeftijden buiten het bereik: wat telde, en wat een levering bevat"
grain = "een levering"
[params]
oldest = "hoogste leeftijd die past"
[columns]
old_amounts = "rijen die telden met een bedrag"
new_amounts = "rijen in de levering met een bedrag"
old_amount  = "bedrag in het midden, dat telde"
new_amount  = "bedrag in het midden, in de levering"
old_ages    = "rijen die telden met een leeftijd"
new_ages    = "rijen in de levering met een leeftijd"
old_outside = "waarvan buiten het bereik"
new_outside = "waarvan buiten het bereik"
*/
select
    count(amount) filter (where not is_new) as old_amounts,
    count(amount) filter (where is_new) as new_amounts,
    median(amount) filter (where not is_new) as old_amount,
    median(amount) filter (where is_new) as new_amount,
    count(age) filter (where not is_new) as old_ages,
    count(age) filter (where is_new) as new_ages,
    count(*) filter (where not is_new and age not between 0 and $oldest) as old_outside,
    count(*) filter (where is_new and age not between 0 and $oldest) as new_outside
from (
    select
        amount,
        age,
        false as is_new
    from before_row
    union all
    select
        amount,
        age,
        true as is_new
    from after_row
    where is_new
) as compared
