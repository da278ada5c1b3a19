/*
title       = "Jongeren met jeugdhulp (CBS)"
definition  = "Het percentage jongeren tot en met 17 jaar met jeugdhulp in natura in het jaar. Het CBS publiceert het (tabel 85098NED)."
numerator   = "jongeren met jeugdhulp in natura"
ladder      = "context"
better      = "neither"
counts      = "jeugdigen"
shape       = "published"
denominator = "jeugdigen_0_17"
per         = 100
unit        = "% van de jongeren"
sources     = ["cbs_jeugdzorg_gemeenten"]
lag_weeks   = 0
[columns]
area_code   = "gebied"
year        = "jaar"
provisional = "of het CBS het cijfer voorlopig noemt"
numerator   = "teller: niet gepubliceerd"
denominator = "noemer: niet gepubliceerd"
value       = "percentage"
*/
select
    gebiedscode as area_code,
    jaar as year,
    coalesce(voorlopig, false) as provisional,
    cast(null as bigint) as numerator,
    cast(null as bigint) as denominator,
    jeugdhulp_pct as value
from src_cbs_jeugdzorg_gemeenten
