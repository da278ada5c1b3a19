/*
title = "Wat een verborgen telling ten hoogste is, uit de getoonde cellen waar hij deel van is"
grain = "een verborgen cel zonder bovengrens"
[columns]
cell_id = "de verborgen cel"
high    = "de kleinste bovengrens van de getoonde cellen die hem bevatten"
*/
with hidden as (
    select
        numbered_cell.cell_id,
        numbered_cell.indicator_id,
        numbered_cell.programme_id,
        numbered_cell.area_id,
        numbered_cell.period_id,
        numbered_cell.split_id,
        gemeente.area_id as gemeente_id,
        region.area_id as region_id,
        period.year_id
    from numbered_cell
    inner join area using (area_id)
    inner join period using (period_id)
    left join area as gemeente
        on area.gemeente_code = gemeente.code and area.level in ('gemeente', 'wijk', 'kern')
    left join area as region on region.level = 'regio' and area.level in ('gemeente', 'wijk', 'kern')
    where
        numbered_cell.reason in ('klein', 'herleidbaar')
        and numbered_cell.numerator_high is null
        and numbered_cell.shape <> 'sum'
)

select
    hidden.cell_id,
    min(shown.numerator_high) as high
from hidden
inner join numbered_cell as shown
    on
        hidden.indicator_id = shown.indicator_id
        and hidden.programme_id = shown.programme_id
        and shown.split_id in (0, hidden.split_id)
        and shown.area_id in (hidden.area_id, hidden.gemeente_id, hidden.region_id)
        and shown.period_id in (hidden.period_id, hidden.year_id)
where shown.numerator is not null
group by hidden.cell_id
