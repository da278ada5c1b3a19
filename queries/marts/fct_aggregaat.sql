/*
title = "Cijfers die geteld binnenkomen, zonder wat ook uit rijen wordt geteld: zo telt niets dubbel"
grain = "een cijfer van een gebied in een periode"
[columns]
row_id      = "de geleverde rij"
indicator   = "naam van het cijfer, zoals geleverd"
area_code   = "gebied"
period_code = "periode"
numerator   = "teller"
denominator = "noemer; leeg waar die niet is geleverd"
*/
select
    row_id,
    indicator,
    area_code,
    period_code,
    numerator,
    denominator
from dim_aggregaat
where not is_covered
