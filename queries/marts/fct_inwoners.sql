/*
title = "Noemers per gebied en plek"
grain = "een soort noemer van een plek in een jaar, per leeftijdsgroep"
[columns]
kind      = "inwoners, ingeschreven of leerlingen"
place     = "gebiedscode, AGB of BRIN"
year      = "jaar (bij leerlingen het jaar waarin het schooljaar begint)"
age_group = "leeftijdsgroep; 0-17 is het totaal"
amount    = "aantal"
*/
with inhabitants as (
    select
        gebiedscode as place,
        jaar as year,
        leeftijdsgroep as age_group,
        sum(aantal) as amount
    from src_bevolking
    group by gebiedscode, jaar, leeftijdsgroep
),

minors as (
    select
        place,
        year,
        sum(amount) as amount
    from inhabitants
    where age_group in ('0-3', '4-11', '12-17')
    group by place, year
    having count(*) = 3
),

whole as (
    select
        coalesce(inhabitants.place, minors.place) as place,
        coalesce(inhabitants.year, minors.year) as year,
        coalesce(inhabitants.amount, minors.amount) as amount
    from (select * from inhabitants where age_group = '0-17') as inhabitants
    full outer join minors on inhabitants.place = minors.place and inhabitants.year = minors.year
),

counted_year as (
    select distinct jaar as year
    from src_bevolking
)

select
    'inwoners' as kind,
    place,
    year,
    '0-17' as age_group,
    amount
from whole
union all
select
    'inwoners' as kind,
    place,
    year,
    age_group,
    amount
from inhabitants
where age_group <> '0-17'
union all
-- a kern has one number, which stands for every year of which the inhabitants are known
select
    'inwoners' as kind,
    src_kernen.kern as place,
    counted_year.year,
    '0-17' as age_group,
    src_kernen.jeugdigen_0_17 as amount
from src_kernen
cross join counted_year
where src_kernen.jeugdigen_0_17 is not null
union all
select
    'ingeschreven' as kind,
    praktijk_agb as place,
    jaar as year,
    '0-17' as age_group,
    max(coalesce(ingeschreven_0_17_gemeente, ingeschreven_0_17)) as amount
from src_praktijken
group by praktijk_agb, jaar
union all
select
    'leerlingen' as kind,
    brin as place,
    cast(substr(schooljaar, 1, 4) as integer) as year,
    '0-17' as age_group,
    max(leerlingen) as amount
from src_scholen
group by brin, substr(schooljaar, 1, 4)
