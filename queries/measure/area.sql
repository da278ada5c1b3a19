/*
title = "Alle gebieden en plekken van een publicatie"
grain = "een gebied, kern, praktijk of school"
[columns]
code          = "gebiedscode, kern, AGB of BRIN"
name          = "naam"
level         = "niveau"
gemeente_code = "de gemeente waar het bij hoort; leeg bij land en regio"
parent_code   = "het gebied waar het onder hangt"
*/
with listed_wijk as (
    select
        place as code,
        cast(null as varchar) as name
    from fct_inwoners
    where kind = 'inwoners' and place like 'WK%'
    union all
    select
        gebiedscode as code,
        naam as name
    from src_cbs_jeugdzorg_wijken
    where gebiedscode like 'WK%'
    union all
    select
        wijk_code as code,
        cast(null as varchar) as name
    from dim_location
    where wijk_code is not null
),

seen_wijk as (
    select area_code as code
    from fct_contact
    where area_code like 'WK%'
    union
    select area_code as code
    from fct_verwijzing
    where area_code like 'WK%'
    union
    select area_code as code
    from fct_schoolhulp
    where area_code like 'WK%'
),

any_wijk as (
    select
        code,
        name
    from listed_wijk
    union all
    -- where nobody lists a gemeente's wijken, those in its records are all there is
    select
        seen_wijk.code,
        cast(null as varchar) as name
    from seen_wijk
    left join listed_wijk on substr(seen_wijk.code, 3, 4) = substr(listed_wijk.code, 3, 4)
    where listed_wijk.code is null
),

wijk as (
    select
        code,
        coalesce(max(name), 'Wijk ' || substr(code, 7)) as name,
        'GM' || substr(code, 3, 4) as gemeente_code
    from any_wijk
    group by code
),

published_gemeente as (
    select
        gebiedscode as code,
        naam as name
    from src_cbs_jeugdzorg_gemeenten
    where gebiedscode like 'GM%'
    union all
    select
        gebiedscode as code,
        naam as name
    from src_cbs_jeugdzorg_wijken
    where gebiedscode like 'GM%'
),

other_gemeente as (
    select
        published_gemeente.code,
        max(published_gemeente.name) as name
    from published_gemeente
    left join region_gemeente on published_gemeente.code = region_gemeente.code
    where region_gemeente.code is null
    group by published_gemeente.code
)

select
    'NL00' as code,
    'Nederland' as name,
    'land' as level,
    cast(null as varchar) as gemeente_code,
    cast(null as varchar) as parent_code
union all
select
    'RG01' as code,
    name,
    'regio' as level,
    cast(null as varchar) as gemeente_code,
    'NL00' as parent_code
from region
union all
select
    code,
    name,
    'gemeente' as level,
    code as gemeente_code,
    'RG01' as parent_code
from region_gemeente
union all
select
    other_gemeente.code,
    coalesce(code_gemeente.name, other_gemeente.name, other_gemeente.code) as name,
    'gemeente' as level,
    other_gemeente.code as gemeente_code,
    'NL00' as parent_code
from other_gemeente
left join code_gemeente on other_gemeente.code = code_gemeente.code
union all
select
    code,
    name,
    'wijk' as level,
    gemeente_code,
    gemeente_code as parent_code
from wijk
union all
select
    dim_location.location as code,
    dim_location.name,
    dim_location.level,
    dim_location.gemeente_code,
    coalesce(wijk.code, dim_location.gemeente_code) as parent_code
from dim_location
inner join region_gemeente on dim_location.gemeente_code = region_gemeente.code
left join wijk on dim_location.wijk_code = wijk.code
union all
select
    dim_kern.code,
    dim_kern.name,
    'kern' as level,
    dim_kern.gemeente_code,
    coalesce(wijk.code, dim_kern.gemeente_code) as parent_code
from dim_kern
inner join region_gemeente on dim_kern.gemeente_code = region_gemeente.code
left join wijk on dim_kern.wijk_code = wijk.code
