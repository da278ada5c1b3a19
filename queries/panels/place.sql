/*
title = "De naam en het niveau van een gebied"
[params]
area = "gebiedscode"
[columns]
code  = "gebiedscode"
name  = "naam"
level = "niveau"
*/
select
    area.code,
    area.name,
    area.level
from area
where area.code = $area
