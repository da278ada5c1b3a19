/*
title = "Waarin gemeenten op elkaar lijken: hoeveel jeugdigen, hoe oud, en hoeveel er jeugdhulp hebben"
[params]
[columns]
area      = "gemeentecode"
name      = "naam"
youths    = "jeugdigen van 0 tot en met 17 jaar, in het nieuwste jaar"
oldest    = "het percentage daarvan dat 12 tot en met 17 jaar is"
care      = "het percentage jongeren met jeugdhulp, zoals het CBS het publiceert"
*/
with told as (
    select
        area.code as area,
        area.name,
        max_by(cell.denominator, period.code) filter (
            where indicator.denominator = 'jeugdigen_0_17' and indicator.shape = 'count' and cell.split_id = 0
        ) as youths,
        max_by(cell.denominator, period.code) filter (
            where indicator.denominator = 'jeugdigen_0_17' and split.dimension = 'age_group' and split.value = '12-17'
        ) as older,
        max_by(cell.value, period.code) filter (where indicator.slug = 'cbs_jeugdhulpgebruik') as care
    from cell
    inner join indicator using (indicator_id)
    inner join area using (area_id)
    inner join period using (period_id)
    inner join split using (split_id)
    where area.level = 'gemeente' and period.type = 'year'
    group by area.code, area.name
)

select
    area,
    name,
    youths,
    100.0 * older / nullif(youths, 0) as oldest,
    care
from told
order by name
