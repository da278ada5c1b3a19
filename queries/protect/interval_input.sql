/*
title = "De cellen die een interval krijgen"
grain = "een cel"
*/
select
    cell_id,
    numerator,
    denominator,
    per,
    shape
from numbered_cell
where numerator is not null and denominator > 0 and shape <> 'sum'
