/*
title = "Antwoorden op vragen naar de ervaring met een programma"
grain = "een antwoord"
[columns]
ervaring_key = "het antwoord"
programme    = "slug van het programma"
location     = "praktijk, school, kern of andere plek"
area_code    = "wijk of gemeente van de plek; leeg waar de plek onbekend is"
day          = "dag van het antwoord; leeg waar alleen een periode is geleverd"
counts_on    = "dag waarop het antwoord telt: die dag, anders een dag in de laatste maand van de periode; leeg bij drie jaar"
period_code  = "periode waarover het antwoord gaat; leeg waar een dag is geleverd"
vraag        = "de vraag"
scale_min    = "laagste score van de schaal"
scale_max    = "hoogste score van de schaal"
score        = "het antwoord"
informant    = "jongere of ouder"
*/
select
    src_ervaringen.row_id as ervaring_key,
    coalesce(dim_programme_name.slug, src_ervaringen.programma) as programme,
    coalesce(dim_kern_name.code, src_ervaringen.locatie) as location,
    coalesce(
        dim_kern.wijk_code,
        dim_location.gemeente_code,
        case
            when src_ervaringen.locatie like 'WK____%' or src_ervaringen.locatie like 'GM____' then src_ervaringen.locatie
        end
    ) as area_code,
    src_ervaringen.datum as day,
    coalesce(
        src_ervaringen.datum,
        case
            when src_ervaringen.periode like '____..%' then null
            when src_ervaringen.periode like '____/____' then make_date(cast(substr(src_ervaringen.periode, 6, 4) as integer), 7, 28)
            else
                make_date(
                    cast(substr(src_ervaringen.periode, 1, 4) as integer),
                    case
                        when src_ervaringen.periode like '____-H_' then 6 * cast(substr(src_ervaringen.periode, 7, 1) as integer)
                        when src_ervaringen.periode like '____-Q_' then 3 * cast(substr(src_ervaringen.periode, 7, 1) as integer)
                        when src_ervaringen.periode like '____-__' then cast(substr(src_ervaringen.periode, 6, 2) as integer)
                        else 12
                    end,
                    28
                )
        end
    ) as counts_on,
    case when src_ervaringen.datum is null then src_ervaringen.periode end as period_code,
    src_ervaringen.vraag,
    src_ervaringen.schaal_min as scale_min,
    src_ervaringen.schaal_max as scale_max,
    src_ervaringen.score,
    src_ervaringen.informant
from src_ervaringen
left join dim_programme_name on lower(src_ervaringen.programma) = dim_programme_name.name
left join dim_kern_name on lower(src_ervaringen.locatie) = dim_kern_name.name
left join dim_kern on dim_kern_name.code = dim_kern.code
left join dim_location on src_ervaringen.locatie = dim_location.location
