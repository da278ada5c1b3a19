/*
title = "Openbare cellen: gemaakt uit de interne cel, nooit uit het ware aantal"
grain = "als de interne cel"
[params]
threshold     = "onder dit interne aantal is een cel verborgen: er kunnen er minder dan de drempel achter staan"
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
        $sensitive and $is_share and (denominator is null or youths + others < $threshold) as is_small_group
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
        end as shown_denominator,
        case when $sensitive then cast(floor($base / 2.0) as bigint) else 0 end as half,
        case when $sensitive then $inner_base else 1 end as step
    from flagged
),

-- what is rounded twice stands for what the intern numbers that become it stand for: 20 for 17 to 22, 15 for 14 to 16
meant as (
    select
        rounded.*,
        -- greatest() passes over an empty value: what is not told would be at least 0
        case
            when shown is not null then greatest(0, cast(ceil((shown - half) * 1.0 / step) as bigint) * step - step // 2)
        end as least,
        cast(floor((shown + half) * 1.0 / step) as bigint) * step + step // 2 as most,
        cast(floor((shown_denominator + half) * 1.0 / step) as bigint) * step + step // 2 as most_in_group
    from rounded
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
        -- a wider range would say the same: there is one for each that intern has
        when reason = 'herleidbaar' then numerator_low
        else least
    end as numerator_low,
    case
        when reason = 'herleidbaar' and not is_small and not $is_share then numerator_high
        -- three rows of nobody known count as one youth, and one or two more of them count as none
        when is_small and $people then ($limit + 1) * case when $unknown_keys then 3 else 1 end - 1
        when (is_small or reason = 'herleidbaar') and $is_share then most_in_group
        when is_small then null
        else most
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
from meant
