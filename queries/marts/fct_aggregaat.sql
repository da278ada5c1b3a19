/*
title = "Cijfers die geteld binnenkomen"
grain = "een cijfer van een gebied in een periode"
[columns]
indicator   = "naam van het cijfer, zoals geleverd"
area_code   = "gebied"
period_code = "periode"
numerator   = "teller"
denominator = "noemer; leeg waar die niet is geleverd"
*/
select
    indicator,
    gebiedscode as area_code,
    periode as period_code,
    teller as numerator,
    noemer as denominator
from src_aggregaten
