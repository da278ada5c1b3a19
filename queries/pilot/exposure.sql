/*
title = "Van hoeveel jeugdigen een eenheid in een jaar is"
grain = "een eenheid in een jaar"
[params]
kind = "inwoners of ingeschreven"
*/
select
    pilot_unit.place,
    fct_inwoners.year,
    max(fct_inwoners.amount) as amount
from fct_inwoners
inner join pilot_unit on fct_inwoners.place = pilot_unit.code
where fct_inwoners.kind = $kind and fct_inwoners.age_group = coalesce(nullif(pilot_unit.age_group, ''), '0-17')
group by pilot_unit.place, fct_inwoners.year
