/*
title = "Welke bron een programma levert, en vanaf wanneer"
grain = "een programma in een bron"
[columns]
programme = "slug"
source    = "bron"
first_day = "dag van het eerste contact"
*/
select
    programme,
    source,
    min(day) as first_day
from fct_contact
group by programme, source
