/*
title = "Kernen: dorpen en plaatsen binnen een wijk"
grain = "een kern"
[columns]
code          = "code van de kern"
name          = "naam"
gemeente_code = "gemeente"
wijk_code     = "wijk waarin de kern ligt"
*/
select
    kern as code,
    coalesce(naam, kern) as name,
    coalesce(gemeentecode, 'GM' || substr(wijkcode, 3, 4)) as gemeente_code,
    wijkcode as wijk_code
from src_kernen
