/*
title = "Praktijken en scholen, zoals ze in hun laatste jaar zijn geleverd"
grain = "een praktijk (AGB) of school (BRIN)"
[columns]
location      = "AGB of BRIN"
level         = "praktijk of school"
name          = "naam"
gemeente_code = "gemeente"
wijk_code     = "wijk; leeg waar onbekend"
*/
with listed as (
    select
        praktijk_agb as location,
        'praktijk' as level,
        naam as name,
        gemeentecode as gemeente_code,
        wijkcode as wijk_code,
        jaar as year
    from src_praktijken
    union all
    select
        brin as location,
        'school' as level,
        naam as name,
        gemeentecode as gemeente_code,
        wijkcode as wijk_code,
        cast(substr(schooljaar, 1, 4) as integer) as year
    from src_scholen
),

ranked as (
    select
        listed.*,
        row_number() over (partition by location order by year desc, name asc) as newest
    from listed
)

select
    location,
    level,
    coalesce(name, location) as name,
    coalesce(gemeente_code, 'GM' || substr(wijk_code, 3, 4)) as gemeente_code,
    wijk_code
from ranked
where newest = 1
