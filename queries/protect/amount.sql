/*
title = "Bedragen per jeugdige die te vertellen zijn zonder dat het bedrag van een jeugdige volgt, afgerond"
grain = "een programma in een gebied in een periode; zonder bedrag waar dat niet kan"
[params]
slug  = "indicator"
step  = "waarop het bedrag per jeugdige wordt afgerond"
most  = "welk deel van het totaal van een jeugdige mag zijn"
doubt = "welk deel van het grootste bedrag naar beide kanten onzeker blijft, voor wie alle andere bedragen kent"
*/
with counted as (
    select
        kept_intern.programme,
        kept_intern.area_id,
        kept_intern.period_id,
        area.level,
        true_amount.largest,
        cast(round(true_amount.total * 1.0 / nullif(kept_intern.true_youths, 0) / $step) as bigint) * $step as mean,
        -- who knows how many youths there are, knows the sum no closer than this
        kept_intern.true_youths * $step / 2.0 as margin,
        kept_intern.true_youths,
        true_amount.total,
        kept_intern.numerator > 0
        and true_amount.total > 0
        and true_amount.largest <= $most * true_amount.volume
        and true_amount.largest * $doubt <= kept_intern.true_youths * $step / 2.0 as is_told
    from kept_intern
    inner join area on kept_intern.area_id = area.area_id
    inner join true_amount
        on
            kept_intern.indicator = true_amount.indicator
            and kept_intern.programme = true_amount.programme
            and kept_intern.area_id = true_amount.area_id
            and kept_intern.period_id = true_amount.period_id
    where kept_intern.indicator = $slug
),

told as (
    select
        counted.*,
        mean * true_youths - total as off
    from counted
    where is_told
),

-- the sum of the region and that of a gemeente together may not say more of a youth than either alone should
tight as (
    select distinct
        whole.programme,
        whole.area_id,
        whole.period_id
    from told as whole
    inner join told as part
        on whole.programme = part.programme and whole.period_id = part.period_id and part.level <> 'regio'
    where
        whole.level = 'regio'
        and least(whole.off + whole.margin, part.off + part.margin)
        - greatest(whole.off - whole.margin, part.off - part.margin) < 2 * $doubt * part.largest
)

select
    told.programme,
    told.area_id,
    told.period_id,
    told.mean
from told
left join tight
    on told.programme = tight.programme and told.area_id = tight.area_id and told.period_id = tight.period_id
where tight.area_id is null
