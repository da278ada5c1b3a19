/*
title = "De eenheden van een pilot, met de eerste aaneengesloten tijd van het programma"
grain = "een praktijk, wijk of gemeente; bij scholen de jeugdigen van een leeftijd in een wijk"
[params]
unit      = "wat de pilot een eenheid noemt: praktijk, school, wijk, kern of gemeente"
gemeenten = "codes van de gemeenten van de pilot"
programme = "slug van het programma"
listed    = "of alleen de eenheden meedoen die de pilot zelf noemt"
*/
with school as (
    select
        brin as location,
        max(schooltype) as schooltype
    from src_scholen
    group by brin
),

known as (
    select
        location,
        first_day,
        last_day,
        hours_per_week,
        first_day is null as is_undated
    from dim_rollout
    where programme = $programme
),

rollout as (
    select
        *,
        false as is_listed
    from known
    union all
    -- what a pilot says itself counts only where the roll-out says nothing
    select
        pilot_declared.location,
        pilot_declared.first_day,
        pilot_declared.last_day,
        pilot_declared.hours_per_week,
        false as is_undated,
        true as is_listed
    from pilot_declared
    left join known on pilot_declared.location = known.location
    where known.location is null
    union all
    select
        pilot_declared.location,
        null as first_day,
        null as last_day,
        null as hours_per_week,
        false as is_undated,
        true as is_listed
    from pilot_declared
    inner join known on pilot_declared.location = known.location
),

placed as (
    select
        case $unit
            when 'school' then dim_location.wijk_code
            when 'kern' then dim_kern.wijk_code
            else rollout.location
        end as code,
        -- a school is for one of two ages; one that is for unknown ages is for both
        case
            when $unit <> 'school' then ['']
            when school.schooltype in ('bo', 'sbo', 'so') then ['4-11']
            when school.schooltype in ('vo', 'vso') then ['12-17']
            else ['4-11', '12-17']
        end as age_groups,
        rollout.first_day,
        coalesce(rollout.last_day, date '9999-12-31') as last_day,
        rollout.hours_per_week,
        rollout.is_undated,
        rollout.is_listed
    from rollout
    left join dim_location on rollout.location = dim_location.location
    left join dim_kern on rollout.location = dim_kern.code
    left join school on rollout.location = school.location
),

aged as (
    select
        code,
        unnest(age_groups) as age_group,
        first_day,
        last_day,
        hours_per_week,
        is_undated,
        is_listed
    from placed
),

part as (
    select
        aged.*,
        area.gemeente_code
    from aged
    inner join area
        on
            aged.code = area.code
            and area.level = case when $unit in ('praktijk', 'gemeente') then $unit else 'wijk' end
            and area.gemeente_code in (select unnest($gemeenten))
),

age as (
    select age_group
    from part
    union
    select unnest(case when $unit = 'school' then ['4-11', '12-17'] else [''] end) as age_group
    where not exists (select age_group from part)
),

unit as (
    select
        area.code,
        area.gemeente_code,
        age.age_group
    from area
    cross join age
    where
        area.level = case when $unit in ('praktijk', 'gemeente') then $unit else 'wijk' end
        and area.gemeente_code in (select unnest($gemeenten))
),

followed as (
    select
        part.*,
        max(last_day) over (
            partition by code, age_group order by first_day, last_day rows between unbounded preceding and 1 preceding
        ) as day_before
    from part
    where first_day is not null
),

spell as (
    -- a gap of less than a month is no stop
    select
        followed.*,
        sum(case when first_day > day_before + interval 31 day then 1 else 0 end)
            over (
                partition by code, age_group
                order by first_day, last_day rows between unbounded preceding and current row
            ) as number
    from followed
),

ended as (
    select
        spell.*,
        max(last_day) over (partition by code, age_group) as spell_end
    from spell
    where number = 0
),

begun as (
    select
        code,
        age_group,
        min(first_day) as first_day,
        nullif(max(last_day), date '9999-12-31') as last_day,
        -- the hours of now: those of before came in their place
        sum(case when last_day = spell_end then hours_per_week end) as hours
    from ended
    group by code, age_group
),

undated as (
    select distinct
        code,
        age_group
    from part
    where is_undated
)

select
    unit.code,
    unit.age_group,
    unit.gemeente_code,
    begun.first_day,
    begun.last_day,
    begun.hours,
    begun.first_day is null and undated.code is not null as is_undated
from unit
left join begun on unit.code = begun.code and unit.age_group = begun.age_group
left join undated on unit.code = undated.code and unit.age_group = undated.age_group
where
    not $listed
    or (unit.code, unit.age_group) in (select (part.code, part.age_group) from part where part.is_listed)
order by unit.code, unit.age_group
