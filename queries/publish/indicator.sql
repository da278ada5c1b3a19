/*
title = "De indicatoren van een kubus"
grain = "een indicator"
*/
select *
from indicator_row
order by indicator_id
