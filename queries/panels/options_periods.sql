/*
title = "De niveaus en periodesoorten waarop twee indicatoren allebei cijfers hebben"
[params]
inzet     = "slug van de preventieve indicator"
programme = "slug van het programma; leeg = zonder programma"
uitkomst  = "slug van de specialistische indicator"
[columns]
level = "niveau"
area  = "gebiedscode"
type  = "periodesoort, van fijn naar grof"
shown = "deel van de cellen met een cijfer, van de indicator die er het minst toont"
*/
with cells as (
    select
        area.level,
        area.code as area,
        period.type,
        indicator.slug,
        avg(case when cell.reason is null then 1.0 else 0.0 end) as shown
    from cell
    inner join indicator using (indicator_id)
    inner join programme using (programme_id)
    inner join area using (area_id)
    inner join period using (period_id)
    where
        cell.split_id = 0
        and (
            (indicator.slug = $inzet and programme.slug = $programme)
            or (indicator.slug = $uitkomst and programme.slug = '')
        )
        and coalesce(cell.reason, '') not in ('nvt', 'niet_geleverd', 'onvolledig')
    group by area.level, area.code, period.type, indicator.slug
)

select cells.level, cells.area, cells.type, min(cells.shown) as shown
from cells
group by cells.level, cells.area, cells.type
having count(*) = 2
order by
    cells.level,
    cells.area,
    list_position(['month', 'quarter', 'half', 'year', 'schoolyear', '3year'], cells.type)
