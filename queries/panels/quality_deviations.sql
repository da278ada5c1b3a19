/*
title = "Wat in leveringen afweek van eerdere, en waarom dat klopt"
[params]
[columns]
source = "soort export"
rule   = "wat afweek, in woorden"
month  = "code van de maand; leeg waar het om de hele levering gaat"
reason = "de reden, of dat niemand die gaf"
*/
select
    quality.source,
    quality.item as "rule",
    coalesce(quality.period, '') as "month",
    coalesce(quality.text, '') as reason
from quality
where quality.topic = 'afwijking'
order by quality.source, quality.item, quality.period
