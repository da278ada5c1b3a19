/*
title = "De noemers van elk gebied in elke periode"
grain = "een soort noemer van een gebied in een periode, per leeftijdsgroep"
[columns]
denominator = "soort, zoals indicatoren hem noemen"
area_id     = "gebied"
period_id   = "periode"
age_group   = "leeftijdsgroep; 0-17 is het totaal"
amount      = "aantal: de stand op 1 januari in de periode, anders die van het jaar waarin de periode begint; van meer jaren het gemiddelde"
*/
with placed as (
    select
        area.area_id,
        fct_inwoners.kind,
        fct_inwoners.year,
        fct_inwoners.age_group,
        fct_inwoners.amount
    from fct_inwoners
    inner join area on fct_inwoners.place = area.code
    union all
    select
        region_area.area_id,
        fct_inwoners.kind,
        fct_inwoners.year,
        fct_inwoners.age_group,
        sum(fct_inwoners.amount) as amount
    from fct_inwoners
    inner join region_gemeente on fct_inwoners.place = region_gemeente.code
    inner join area as region_area on region_area.level = 'regio'
    group by region_area.area_id, fct_inwoners.kind, fct_inwoners.year, fct_inwoners.age_group
    having count(*) = (select count(*) from region_gemeente)
    union all
    select
        area.area_id,
        fct_inwoners.kind,
        fct_inwoners.year,
        fct_inwoners.age_group,
        sum(fct_inwoners.amount) as amount
    from fct_inwoners
    inner join dim_location on fct_inwoners.place = dim_location.location
    inner join region_gemeente on dim_location.gemeente_code = region_gemeente.code
    inner join area
        on
            (area.level = 'regio')
            or (area.level = 'gemeente' and dim_location.gemeente_code = area.code)
            or (area.level = 'wijk' and dim_location.wijk_code = area.code)
    where fct_inwoners.kind = 'leerlingen'
    group by area.area_id, fct_inwoners.kind, fct_inwoners.year, fct_inwoners.age_group
),

averaged as (
    select
        placed.kind,
        placed.area_id,
        period_year.period_id,
        placed.age_group,
        cast(round(avg(placed.amount)) as bigint) as amount
    from placed
    inner join period_year
        on
            placed.year = period_year.year
            and (placed.kind = 'leerlingen') = (period_year.calendar = 'school')
    group by placed.kind, placed.area_id, period_year.period_id, placed.age_group, period_year.years
    having count(*) = period_year.years
)

select
    'jeugdigen_0_17' as denominator,
    averaged.area_id,
    averaged.period_id,
    averaged.age_group,
    averaged.amount
from averaged
inner join area using (area_id)
where averaged.kind = case area.level when 'praktijk' then 'ingeschreven' when 'school' then 'leerlingen' else 'inwoners' end
union all
select
    'leerlingen' as denominator,
    area_id,
    period_id,
    age_group,
    amount
from averaged
where kind = 'leerlingen'
