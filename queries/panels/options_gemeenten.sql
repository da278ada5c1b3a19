/*
title = "De gemeenten die te kiezen zijn"
[params]
[columns]
code = "gemeentecode"
name = "naam"
*/
select area.code, area.name
from area
where area.level = 'gemeente'
order by area.name, area.code
