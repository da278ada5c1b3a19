/*
title       = "Dekking"
definition  = "Het aandeel van de jeugdigen tot en met 17 jaar dat is ingeschreven bij een praktijk met het programma. Geteld is iedereen, op de laatste dag van de periode; de marge zegt hoeveel zo'n aandeel vanzelf schommelt. Waar is geleverd hoeveel er in de gemeente wonen, tellen alleen zij. Alleen getoond waar de geleverde praktijken samen ten minste 80% van de inwoners tot en met 17 jaar hebben ingeschreven."
numerator   = "jeugdigen ingeschreven bij een praktijk met het programma"
ladder      = "inzet"
better      = "neither"
counts      = "jeugdigen"
shape       = "share"
denominator = "praktijk_0_17"
per         = 100
unit        = "% van de ingeschreven jeugdigen"
sources     = ["praktijken"]
lag_weeks   = 0
programmes  = true
levels      = ["regio", "gemeente"]
sensitive   = false
min_coverage = 0.8
[columns]
programme = "slug van het programma"
key       = "de praktijk"
day_from  = "eerste dag waarop deze stand geldt"
day_to    = "laatste dag waarop deze stand geldt"
location  = "praktijk"
area_code = "gemeente van de praktijk"
amount    = "ingeschreven jeugdigen"
hit       = "of het programma er dan is"
*/
with listed as (
    select
        programme.slug as programme,
        src_praktijken.row_id as key,
        src_praktijken.praktijk_agb as location,
        dim_location.gemeente_code as area_code,
        coalesce(src_praktijken.ingeschreven_0_17_gemeente, src_praktijken.ingeschreven_0_17) as amount,
        make_date(src_praktijken.jaar, 1, 1) as year_start,
        make_date(src_praktijken.jaar, 12, 31) as year_end,
        min(dim_rollout.first_day) as first_day,
        max(coalesce(dim_rollout.last_day, date '9999-12-31')) as last_day
    from src_praktijken
    inner join dim_location on src_praktijken.praktijk_agb = dim_location.location
    inner join programme on programme.unit = 'praktijk'
    left join dim_rollout
        on programme.slug = dim_rollout.programme and src_praktijken.praktijk_agb = dim_rollout.location
    -- of a programme of which no start is delivered it is not known that it is nowhere
    where programme.slug in (select started.programme from dim_rollout as started)
    group by
        programme.slug, src_praktijken.row_id, src_praktijken.praktijk_agb, dim_location.gemeente_code,
        src_praktijken.ingeschreven_0_17_gemeente, src_praktijken.ingeschreven_0_17, src_praktijken.jaar
)

select
    programme,
    key,
    year_start as day_from,
    least(year_end, coalesce(first_day, date '9999-12-31') - 1) as day_to,
    location,
    area_code,
    amount,
    false as hit
from listed
where first_day is null or first_day > year_start
union all
select
    programme,
    key,
    greatest(year_start, first_day) as day_from,
    least(year_end, last_day) as day_to,
    location,
    area_code,
    amount,
    true as hit
from listed
where first_day <= year_end and last_day >= year_start
union all
select
    programme,
    key,
    greatest(year_start, last_day + 1) as day_from,
    year_end as day_to,
    location,
    area_code,
    amount,
    false as hit
from listed
where first_day is not null and last_day < year_end
