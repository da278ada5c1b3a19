/*
title = "Hoeveel cellen een aantal tonen, en hoeveel niet en waarom, per soort gebied"
[params]
[columns]
level     = "soort gebied"
cells     = "alle cellen"
shown     = "cellen met een aantal"
small     = "verborgen: het aantal is klein"
traceable = "verborgen: een klein aantal zou eruit volgen"
absent    = "geen cijfer om een andere reden: niet geleverd, niet volledig of niet van toepassing"
*/
select
    area.level,
    count(*) as cells,
    count(*) filter (where cell.reason is null) as shown,
    count(*) filter (where cell.reason = 'klein') as small,
    count(*) filter (where cell.reason = 'herleidbaar') as traceable,
    count(*) filter (where cell.reason not in ('klein', 'herleidbaar')) as absent
from cell
inner join area using (area_id)
group by area.level
order by count(distinct area.area_id), area.level
