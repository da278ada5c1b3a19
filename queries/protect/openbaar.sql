/*
title = "Openbare cellen: gemaakt uit de interne cel, nooit uit het ware aantal"
grain = "als de interne cel"
[params]
threshold     = "onder dit aantal is een cel verborgen"
limit         = "wat een verborgen aantal ten hoogste is: een 10 die intern 9 werd, is ook verborgen"
base          = "waarop wordt afgerond"
inner_base    = "waarop de interne cel is afgerond"
sensitive     = "of het over personen gaat"
is_share      = "of de noemer met de teller is geteld"
people        = "of de teller zelf unieke mensen telt"
unknown_keys  = "of er rijen zonder sleutel zijn: dan geldt drie keer de drempel"
*/
with flagged as (
    select
        intern_cell.*,
        $sensitive and coalesce(
            reason = 'klein'
            -- what was made wider at intern, but not beyond what a small cell says here, says that here
            or (reason = 'herleidbaar' and not $is_share and numerator_high <= $limit)
            or (reason is null and (numerator < $threshold or youths < $threshold))
            or (reason is null and $is_share and others < $threshold),
            false
        ) as is_small,
        $sensitive and $is_share and (denominator is null or youths + others < $threshold) as is_small_group,
        case
            when $sensitive then cast(floor($base / 2.0) + floor($inner_base / 2.0) as bigint)
            else 0
        end as margin
    from intern_cell
),

rounded as (
    select
        flagged.*,
        case
            when reason is not null or is_small then null
            when $sensitive then cast(round(numerator * 1.0 / $base) as bigint) * $base
            else numerator
        end as shown,
        case
            when is_small_group then null
            when $sensitive and $is_share then cast(round(denominator * 1.0 / $base) as bigint) * $base
            else denominator
        end as shown_denominator
    from flagged
)

select
    programme,
    area_id,
    period_id,
    dimension,
    split_value,
    -- least() and greatest() pass over an empty value: a hidden numerator must not become its denominator, nor 0
    case when $is_share and shown is not null then least(shown, shown_denominator) else shown end as numerator,
    case
        when is_small then 0
        when reason = 'herleidbaar' then cast(floor(numerator_low * 1.0 / $base) as bigint) * $base
        when shown is not null then greatest(0, shown - margin)
    end as numerator_low,
    case
        when reason = 'herleidbaar' and not is_small and not $is_share
            then cast(ceil(numerator_high * 1.0 / $base) as bigint) * $base
        when is_small and $people then $limit * case when $unknown_keys then 3 else 1 end
        when (is_small or reason = 'herleidbaar') and $is_share then shown_denominator + margin
        when is_small then null
        else shown + margin
    end as numerator_high,
    shown_denominator as denominator,
    status,
    case when is_small then 'klein' else reason end as reason,
    youths,
    others,
    true_numerator,
    true_denominator,
    true_youths,
    true_others
from rounded
