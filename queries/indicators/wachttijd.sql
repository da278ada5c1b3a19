/*
title       = "Wachttijd tot specialistische jeugd-GGZ"
definition  = "Het aantal verwijzingen van jeugdigen tot en met 17 jaar naar specialistische jeugd-GGZ, naar weken wachten. Geteld is van de verwijzing tot de eerste dag van de hulp. Een verwijzing telt in het jaar van de verwijzing. Wat nog niet begon of waarvan de eerste dag niet is geleverd, heet onbekend. Alleen van gemeenten die een eerste dag leveren naast een eerdere datum."
numerator   = "verwijzingen naar specialistische jeugd-GGZ"
ladder      = "context"
better      = "neither"
counts      = "verwijzingen"
shape       = "count"
denominator = "jeugdigen_0_17"
per         = 1000
unit        = "verwijzingen per 1.000 jeugdigen"
sources     = ["ggz_verwijzingen"]
within      = ["verwijzingen_sggz"]
lag_weeks   = 16
levels      = ["regio", "gemeente"]
periods     = ["year"]
splits      = ["wachttijd"]
[columns]
key       = "de verwijzing"
youth     = "de jeugdige"
day       = "dag van de verwijzing"
location  = "praktijk van de verwijzer"
area_code = "wijk of gemeente van de jeugdige"
wachttijd = "in welke weken de hulp begon"
*/
with waited as (
    select
        fct_verwijzing.*,
        substr(fct_verwijzing.area_code, 3, 4) as gemeente,
        case
            when src_ggz_verwijzingen.ingangsdatum >= fct_verwijzing.day
                then src_ggz_verwijzingen.ingangsdatum - fct_verwijzing.day
        end as days
    from fct_verwijzing
    inner join src_ggz_verwijzingen on fct_verwijzing.verwijzing_key = src_ggz_verwijzingen.row_id
    cross join build_setting
    where
        fct_verwijzing.zorgsoort = 'specialistisch'
        and coalesce(fct_verwijzing.age, 0) <= 17
        and build_setting.verwijzing_day <> 'ingangsdatum'
),

-- where no first day is delivered, nothing is known of waiting
known as (
    select distinct gemeente
    from waited
    where days is not null
)

select
    waited.verwijzing_key as key,
    waited.youth_key as youth,
    waited.day,
    waited.location,
    waited.area_code,
    case
        when waited.days <= 28 then 'tot_4_weken'
        when waited.days <= 49 then 'tot_7_weken'
        when waited.days <= 70 then 'tot_10_weken'
        when waited.days > 70 then 'langer'
        else 'onbekend'
    end as wachttijd
from waited
inner join known on waited.gemeente = known.gemeente
