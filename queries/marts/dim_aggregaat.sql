/*
title = "Cijfers die geteld binnenkomen, met de dagen van hun periode en of er ook rijen van dezelfde soort zijn"
grain = "een cijfer van een gebied in een periode"
[columns]
row_id      = "de geleverde rij"
indicator   = "naam van het cijfer, zoals geleverd"
area_code   = "gebied"
period_code = "periode"
numerator   = "teller"
denominator = "noemer; leeg waar die niet is geleverd"
is_covered  = "of hetzelfde ook uit rijen wordt geteld: dan telt dit cijfer niet mee"
*/
with dated as (
    select
        src_aggregaten.*,
        cast(substr(periode, 1, 4) as integer) * 12 + case
            when periode like '____-H_' then 6 * cast(substr(periode, 7, 1) as integer) - 6
            when periode like '____-Q_' then 3 * cast(substr(periode, 7, 1) as integer) - 3
            when periode like '____-__' then cast(substr(periode, 6, 2) as integer) - 1
            when periode like '____/____' then 7
            else 0
        end as first_month,
        case
            when periode like '____-H_' then 6
            when periode like '____-Q_' then 3
            when periode like '____-__' then 1
            else 12
        end as months
    from src_aggregaten
),

row_month as (
    select
        'contact' as kind,
        area_code,
        extract(year from day) * 12 + extract(month from day) - 1 as month
    from fct_contact
    union all
    select
        'verwijzing' as kind,
        area_code,
        extract(year from day) * 12 + extract(month from day) - 1 as month
    from fct_verwijzing
    union all
    select
        'schoolhulp' as kind,
        area_code,
        extract(year from day) * 12 + extract(month from day) - 1 as month
    from fct_schoolhulp
),

place_month as (
    select
        kind,
        area_code,
        month
    from row_month
    where area_code is not null
    union
    select
        kind,
        'GM' || substr(area_code, 3, 4) as area_code,
        month
    from row_month
    where area_code like 'WK%'
),

covered as (
    select distinct
        dated.row_id
    from dated
    inner join place_month
        on
            dated.gebiedscode = place_month.area_code
            and place_month.month between dated.first_month and dated.first_month + dated.months - 1
            and place_month.kind = case
                when lower(dated.indicator) in ('contacten', 'bereikte_jeugdigen', 'zonder_verwijzing') then 'contact'
                when lower(dated.indicator) in ('verwijzingen_sggz', 'verwijzingen_sggz_huisarts') then 'verwijzing'
                when lower(dated.indicator) = 'begeleide_leerlingen' then 'schoolhulp'
            end
)

select
    dated.row_id,
    dated.indicator,
    dated.gebiedscode as area_code,
    dated.periode as period_code,
    dated.teller as numerator,
    dated.noemer as denominator,
    covered.row_id is not null as is_covered
from dated
left join covered on dated.row_id = covered.row_id
