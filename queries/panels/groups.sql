/*
title = "De jaren van een maat, groep bij groep"
[params]
indicator = "slug"
programme = "slug; leeg = zonder programma"
area      = "gebiedscode"
dimension = "naar welke groepen: age_group, sex, verwijzer, hulpvraag"
[columns]
part       = "de groep"
period     = "jaar"
value      = "teller / noemer x per"
low        = "ondergrens van het 95%-interval"
high       = "bovengrens van het 95%-interval"
range_high = "wat een verborgen waarde ten hoogste is; leeg als de grens niets zegt"
status     = "definitief, voorlopig of onvolledig"
reason     = "waarom er geen cijfer staat"
*/
select
    split.value as part,
    period.code as period,
    cell.value,
    cell.low,
    cell.high,
    case
        when cell.value is not null or cell.numerator_high >= cell.denominator then null
        when
            indicator.shape <> 'share'
            and cell.numerator_high >= (select 4 * cast(meta.value as integer) from meta where meta.key = 'threshold')
            then null
        else indicator.per * cell.numerator_high / nullif(cell.denominator, 0)
    end as range_high,
    cell.status,
    cell.reason
from cell
inner join indicator using (indicator_id)
inner join programme using (programme_id)
inner join area using (area_id)
inner join period using (period_id)
inner join split using (split_id)
where
    indicator.slug = $indicator
    and programme.slug = $programme
    and area.code = $area
    and period.type = 'year'
    and split.dimension = $dimension
order by split.value, period."start"
