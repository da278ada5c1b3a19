/*
title = "De gebieden van een niveau die te kiezen zijn"
[params]
level = "gemeente, wijk, kern, praktijk of school"
[columns]
code = "gebiedscode"
name = "naam"
*/
select area.code, area.name
from area
where area.level = $level
order by area.name, area.code
