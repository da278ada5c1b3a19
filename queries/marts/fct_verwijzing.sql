/*
title = "Verwijzingen en verzoeken om toewijzing, met hun zorgsoort"
grain = "een verwijzing"
[columns]
verwijzing_key = "de verwijzing"
youth_key      = "de jeugdige; leeg waar geen sleutel is geleverd"
day            = "dag van de verwijzing: een soort datum voor de hele bron"
start_day      = "eerste dag van de hulp; leeg zolang die niet begon; van gemeenten die nooit een eerste dag leveren de dag van de verwijzing"
end_day        = "laatste dag van de hulp; leeg zolang die loopt of als die niet is geleverd"
verwijzer      = "wie verwees"
location       = "huisartsenpraktijk; leeg waar onbekend of niet herleid"
area_code      = "wijk waar de jeugdige woont; anders de gemeente, ook waar die een andere is dan die van de wijk; anders de gemeente van de praktijk"
age            = "leeftijd in het jaar van de verwijzing"
age_group      = "leeftijdsgroep"
sex            = "geslacht"
zorgsoort      = "preventief, basis, specialistisch of overig; leeg = niet ingedeeld"
crisis         = "of het om crisis gaat"
*/
with dated as (
    select
        src_ggz_verwijzingen.*,
        case build_setting.verwijzing_day
            when 'verwijsdatum' then src_ggz_verwijzingen.verwijsdatum
            when 'verzoekdatum' then src_ggz_verwijzingen.verzoekdatum
            when 'toewijzingsdatum' then src_ggz_verwijzingen.toewijzingsdatum
            else src_ggz_verwijzingen.ingangsdatum
        end as day
    from src_ggz_verwijzingen
    cross join build_setting
),

aged as (
    select
        dated.*,
        coalesce(leeftijd, extract(year from day) - geboortejaar) as age
    from dated
    where day is not null
),

praktijk as (
    select
        aged.row_id,
        min(coalesce(own.location, linked.location)) as location,
        min(coalesce(own.gemeente_code, linked.gemeente_code)) as gemeente_code
    from aged
    left join dim_location as own on aged.verwijzer_agb = own.location
    left join src_agb_koppeling
        on
            aged.verwijzer_agb = src_agb_koppeling.zorgverlener_agb
            and aged.day >= src_agb_koppeling.vanaf
            and (src_agb_koppeling.tot is null or aged.day <= src_agb_koppeling.tot)
    left join dim_location as linked on src_agb_koppeling.praktijk_agb = linked.location
    where aged.verwijzer_agb is not null
    group by aged.row_id
),

placed as (
    select
        aged.*,
        praktijk.location,
        coalesce(
            case when substr(aged.gemeentecode, 3) <> substr(aged.wijkcode, 3, 4) then null else aged.wijkcode end,
            aged.gemeentecode,
            praktijk.gemeente_code
        ) as area_code
    from aged
    left join praktijk on aged.row_id = praktijk.row_id
),

-- whose first days are delivered, of them what has none has not begun
starting as (
    select distinct substr(area_code, 3, 4) as gemeente
    from placed
    where ingangsdatum is not null
)

select
    placed.row_id as verwijzing_key,
    placed.client_id as youth_key,
    placed.day,
    case when starting.gemeente is null then placed.day else placed.ingangsdatum end as start_day,
    placed.einddatum as end_day,
    coalesce(code_verwijzer.verwijzer, 'verwijzer_onbekend') as verwijzer,
    placed.location,
    placed.area_code,
    placed.age,
    dim_age.age_group,
    placed.geslacht as sex,
    coalesce(product.zorgsoort, category.zorgsoort) as zorgsoort,
    placed.crisis
from placed
left join code_verwijzer on placed.verwijzer_type = code_verwijzer.code
left join starting on substr(placed.area_code, 3, 4) = starting.gemeente
left join dim_age on placed.age = dim_age.age
left join productindeling as product
    on
        placed.productcategorie = product.productcategorie
        and placed.productcode = product.productcode
        and placed.day between product.vanaf and product.tot
left join productindeling as category
    on
        placed.productcategorie = category.productcategorie
        and category.productcode = ''
        and placed.day between category.vanaf and category.tot
