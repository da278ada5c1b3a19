/*
title = "Hoe een aantal verdeeld is over groepen, in de nieuwste periode die definitief is"
[params]
indicator   = "slug"
programme   = "slug van het programma; een indicator zonder programma wordt ook gevonden"
area        = "gebiedscode"
period_type = "half, year of schoolyear"
dimension   = "naar welke groepen: verwijzer, age_group, sex, ..."
[columns]
period         = "periodecode"
part           = "de groep"
numerator      = "aantal in de groep; leeg als het verborgen is"
numerator_low  = "wat het ten minste is"
numerator_high = "wat het ten hoogste is"
total          = "aantal van alle groepen samen"
share          = "deel van het geheel, in procent"
share_low      = "wat dat deel ten minste is"
share_high     = "wat dat deel ten hoogste is"
reason         = "waarom er geen cijfer staat"
*/
with here as (
    select
        period.code as period,
        period."end" as last_day,
        split.dimension,
        split.value as part,
        cell.numerator,
        cell.numerator_low,
        cell.numerator_high,
        cell.reason
    from cell
    inner join indicator using (indicator_id)
    inner join programme using (programme_id)
    inner join area using (area_id)
    inner join period using (period_id)
    inner join split using (split_id)
    where
        indicator.slug = $indicator
        and indicator.shape = 'count'
        and programme.slug in ('', $programme)
        and area.code = $area
        and period.type = $period_type
        and split.dimension in ('', $dimension)
        and cell.status = 'definitief'
),

newest as (
    select whole.period, whole.numerator, whole.numerator_low, whole.numerator_high
    from here as whole
    where
        whole.dimension = ''
        and whole.numerator > 0
        and exists (
            select 1 from here
            where
                here.period = whole.period
                and here.dimension = $dimension
                and here.part not in ('onbekend', 'verwijzer_onbekend')
        )
    order by whole.last_day desc
    limit 1
)

select
    here.period,
    here.part,
    here.numerator,
    here.numerator_low,
    here.numerator_high,
    newest.numerator as total,
    100 * here.numerator / nullif(newest.numerator, 0) as share,
    100 * here.numerator_low / nullif(newest.numerator_high, 0) as share_low,
    least(100, 100 * here.numerator_high / nullif(newest.numerator_low, 0)) as share_high,
    here.reason
from here
inner join newest on here.period = newest.period
where here.dimension = $dimension
order by here.numerator desc nulls last, here.part
