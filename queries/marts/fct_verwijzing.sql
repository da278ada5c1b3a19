/*
title = "Verwijzingen en verzoeken om toewijzing, met hun zorgsoort"
grain = "een verwijzing"
[columns]
verwijzing_key = "de verwijzing"
youth_key      = "de jeugdige; leeg waar geen sleutel is geleverd"
day            = "dag van de verwijzing: een soort datum voor de hele bron"
start_day      = "eerste dag van de hulp; waar die niet is geleverd de dag van de verwijzing"
end_day        = "laatste dag van de hulp; leeg zolang die loopt of als die niet is geleverd"
verwijzer      = "wie verwees"
location       = "huisartsenpraktijk; leeg waar onbekend of niet herleid"
area_code      = "wijk waar de jeugdige woont; anders de gemeente; anders de gemeente van de praktijk"
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
)

select
    aged.row_id as verwijzing_key,
    aged.client_id as youth_key,
    aged.day,
    coalesce(aged.ingangsdatum, aged.day) as start_day,
    aged.einddatum as end_day,
    coalesce(code_verwijzer.verwijzer, 'verwijzer_onbekend') as verwijzer,
    praktijk.location,
    coalesce(aged.wijkcode, aged.gemeentecode, praktijk.gemeente_code) as area_code,
    aged.age,
    dim_age.age_group,
    aged.geslacht as sex,
    coalesce(product.zorgsoort, category.zorgsoort) as zorgsoort,
    aged.crisis
from aged
left join code_verwijzer on aged.verwijzer_type = code_verwijzer.code
left join praktijk on aged.row_id = praktijk.row_id
left join dim_age on aged.age = dim_age.age
left join productindeling as product
    on
        aged.productcategorie = product.productcategorie
        and aged.productcode = product.productcode
        and aged.day between product.vanaf and product.tot
left join productindeling as category
    on
        aged.productcategorie = category.productcategorie
        and category.productcode = ''
        and aged.day between category.vanaf and category.tot
