/*
title = "Welke periodesoorten elke tabel van een indicator heeft"
grain = "een indicator op een niveau naar een kenmerk"
*/
select
    audit_cell.indicator,
    audit_cell.level,
    audit_cell.dimension,
    string_agg(distinct audit_cell.type, ',' order by audit_cell.type) as types
from audit_cell
group by audit_cell.indicator, audit_cell.level, audit_cell.dimension
