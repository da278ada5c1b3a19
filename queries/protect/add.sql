/*
title = "Beschermde cellen van een indicator, met hun waarde uit beschermde teller en noemer"
grain = "een cel"
[params]
protection = "openbaar of intern"
slug       = "indicator"
shape      = "count of share"
per        = "waarop de waarde is uitgedrukt"
*/
select
    cast($protection as varchar) as protection,
    cast($slug as varchar) as indicator,
    programme,
    area_id,
    period_id,
    dimension,
    split_value,
    numerator,
    numerator_low,
    numerator_high,
    denominator,
    1.0 * cast($per as integer) * numerator / nullif(denominator, 0) as value,
    status,
    case
        when reason is not null or numerator is null or coalesce(denominator, 0) > 0 then reason
        when $shape = 'share' then 'geen_cijfer'
        else 'niet_geleverd'
    end as reason,
    cast($shape as varchar) as shape,
    cast($per as integer) as per
from kept
where indicator = $slug
