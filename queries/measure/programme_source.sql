/*
title = "Welke bron een programma levert, en vanaf wanneer"
grain = "een programma in een bron"
[columns]
programme = "slug"
source    = "bron"
first_day = "dag van het eerste contact, of van de eerste inzet op school"
*/
with begun as (
    select
        programme,
        source,
        day
    from fct_contact
    union all
    select
        programme,
        'jeugdhulp_school' as source,
        day
    from fct_schoolhulp
)

select
    programme,
    source,
    min(day) as first_day
from begun
group by programme, source
