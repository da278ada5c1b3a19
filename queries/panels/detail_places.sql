/*
title = "Ware aantallen per plek, per maand van een jaar"
[params]
indicator = "maat"
year      = "jaar"
[columns]
code        = "plek"
name        = "de naam van de plek"
months      = "de maanden, in volgorde"
counts      = "per maand het ware aantal; leeg = geen cijfer"
groups      = "per maand waar het van is"
provisional = "per maand of het nog kan veranderen"
*/
select
    area.code,
    area.name,
    list(period.code order by period."start") as months,
    list(cell.numerator order by period."start") as counts,
    list(cell.denominator order by period."start") as groups,
    list(cell.status <> 'definitief' order by period."start") as provisional
from cell
inner join indicator using (indicator_id)
inner join area using (area_id)
inner join period using (period_id)
where indicator.slug = $indicator and year(period."start") = $year
group by area.code, area.name
order by area.name, area.code
