/*
title = "De cellen met hun interval en met de bovengrens van wat verborgen is"
grain = "een cel"
*/
select
    numbered_cell.* replace (coalesce(numbered_cell.numerator_high, cell_bound.high) as numerator_high),
    cell_interval.low,
    cell_interval.high
from numbered_cell
left join cell_bound on numbered_cell.cell_id = cell_bound.cell_id
left join cell_interval on numbered_cell.cell_id = cell_interval.cell_id
