/*
title = "Leeftijd in jaren naar de leeftijdsgroepen van het CBS; 23 jaar en ouder heeft er geen"
grain = "een leeftijd in jaren"
[columns]
age       = "leeftijd in hele jaren"
age_group = "0-3, 4-11, 12-17 of 18-22"
*/
select
    age,
    case
        when age <= 3 then '0-3'
        when age <= 11 then '4-11'
        when age <= 17 then '12-17'
        else '18-22'
    end as age_group
from year_number
where age between 0 and 22
