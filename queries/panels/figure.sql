/*
title = "Figuren: de cellen van indicatoren in gebieden, met voor verborgen cellen het mogelijke bereik"
[params]
indicators  = "slugs"
programmes  = "slugs; een indicator zonder programma wordt ook gevonden"
areas       = "gebiedscodes"
period_type = "month, quarter, half, year, schoolyear of 3year"
last        = "code van de laatste periode; leeg = tot het einde"
[columns]
indicator      = "slug"
programme      = "slug; leeg = zonder programma"
area           = "gebiedscode"
period         = "periodecode"
start          = "eerste dag"
end            = "laatste dag"
numerator      = "teller; leeg als de cel geen cijfer toont"
numerator_low  = "wat de teller ten minste is"
numerator_high = "wat de teller ten hoogste is"
denominator    = "noemer"
value          = "teller / noemer x per"
low            = "ondergrens van het 95%-interval"
high           = "bovengrens van het 95%-interval"
range_low      = "wat een verborgen waarde ten minste is"
range_high     = "wat een verborgen waarde ten hoogste is; leeg als de grens niets zegt (noemer, of vier keer de drempel)"
status         = "definitief, voorlopig of onvolledig"
reason         = "waarom er geen cijfer staat"
*/
select
    indicator.slug as indicator,
    programme.slug as programme,
    area.code as area,
    period.code as period,
    period."start",
    period."end",
    cell.numerator,
    cell.numerator_low,
    cell.numerator_high,
    cell.denominator,
    cell.value,
    cell.low,
    cell.high,
    case when cell.value is null then indicator.per * cell.numerator_low / nullif(cell.denominator, 0) end as range_low,
    case
        when cell.value is not null or cell.numerator_high >= cell.denominator then null
        -- of few youths it says nothing that they may have many times as many referrals (Publication.tells)
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
where
    list_contains($indicators, indicator.slug)
    and (programme.slug = '' or list_contains($programmes, programme.slug))
    and list_contains($areas, area.code)
    and period.type = $period_type
    and cell.split_id = 0
    and ($last = '' or period.code <= $last)
order by list_position($indicators, indicator.slug), period."start"
