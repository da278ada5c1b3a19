/*
title = "Wat de bescherming kost: welk deel van cellen en volume te zien is, en hoever een getoond aantal van het ware ligt"
grain = "een indicator op een niveau"
[params]
protection = "openbaar of intern"
spread     = "standaardafwijking van de afronding van een cel"
[columns]
indicator    = "indicator"
level        = "niveau"
cells        = "cellen waar iets te tellen was"
shown        = "percentage van de cellen dat een cijfer toont"
volume       = "percentage van alles wat is geteld in cellen met een cijfer"
median_error = "de helft van de getoonde aantallen ligt niet verder dan dit van het ware"
p95_error    = "95% van de getoonde aantallen ligt niet verder dan dit van het ware"
bias         = "hoeveel procent alle getoonde aantallen samen te hoog zijn"
chance       = "hoeveel procent dat door toeval van het afronden kan zijn (standaardfout)"
figures      = "cellen met een cijfer"
*/
select
    kept.indicator,
    area.level,
    count(*) as cells,
    round(100.0 * count(kept.numerator) / count(*), 1) as shown,
    round(
        100.0 * coalesce(sum(kept.true_numerator) filter (where kept.numerator is not null), 0)
        / nullif(sum(kept.true_numerator), 0), 1
    ) as volume,
    quantile_cont(abs(kept.numerator - kept.true_numerator), 0.5) as median_error,
    quantile_cont(abs(kept.numerator - kept.true_numerator), 0.95) as p95_error,
    round(
        100.0 * sum(kept.numerator - kept.true_numerator)
        / nullif(sum(kept.true_numerator) filter (where kept.numerator is not null), 0), 2
    ) as bias,
    -- of what is published alone, so it tells nothing of the truth
    round(100.0 * $spread * sqrt(count(kept.numerator)) / nullif(sum(kept.numerator), 0), 1) as chance,
    count(kept.numerator) as figures
from kept
inner join area using (area_id)
inner join period using (period_id)
inner join plan_grain
    on
        kept.indicator = plan_grain.indicator
        and area.level = plan_grain.level
        and period.type = plan_grain.type
        and kept.dimension = plan_grain.dimension
where
    plan_grain.protection = $protection
    and kept.kind <> 'fixed'
    and (kept.reason is null or kept.reason in ('klein', 'herleidbaar'))
    -- a share of nothing is no figure
    and (kept.kind <> 'share' or kept.true_denominator > 0)
group by kept.indicator, area.level
order by kept.indicator, list_position(['regio', 'gemeente', 'wijk', 'kern', 'praktijk', 'school'], area.level)
