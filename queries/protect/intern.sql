/*
title = "Interne cellen: verborgen onder de drempel van unieke jeugdigen, anders afgerond"
grain = "als de ware cel"
[params]
threshold    = "onder dit aantal unieke jeugdigen is een cel verborgen"
base         = "waarop wordt afgerond"
sensitive    = "of het over personen gaat"
is_share     = "of de noemer met de teller is geteld: dan is ook de rest van de groep klein"
people       = "of de teller zelf unieke mensen telt"
unknown_keys = "of er rijen zonder sleutel zijn: dan geldt drie keer de drempel"
*/
with judged as (
    select
        true_cell.*,
        area.level in ('wijk', 'kern', 'praktijk', 'school') as is_small_level,
        $threshold * case when $unknown_keys then 3 else 1 end as people_limit
    from true_cell
    inner join area using (area_id)
),

flagged as (
    select
        judged.*,
        case
            when reason is not null or not $sensitive then false
            when $is_share then youths < $threshold or others < $threshold
            else youths between 1 and $threshold - 1 or (youths = 0 and is_small_level)
        end as is_small,
        $sensitive and $is_share and youths + others < $threshold as is_small_group
    from judged
),

rounded as (
    select
        flagged.*,
        case when $sensitive then cast(floor($base / 2.0) as bigint) else 0 end as half,
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
    -- least() passes over an empty value: a hidden numerator must not become its denominator
    case when $is_share and shown is not null then least(shown, shown_denominator) else shown end as numerator,
    case when is_small then 0 when shown > 0 then shown - half else shown end as numerator_low,
    case
        when is_small and $people then people_limit - 1
        when is_small and $is_share then shown_denominator + half
        when is_small then null
        when shown > 0 then shown + half
        else shown
    end as numerator_high,
    shown_denominator as denominator,
    status,
    case when is_small then 'klein' else reason end as reason,
    cast(round(youths * 1.0 / $base) as bigint) * $base as youths,
    cast(round(others * 1.0 / $base) as bigint) * $base as others,
    rounded.numerator as true_numerator,
    rounded.denominator as true_denominator,
    rounded.youths as true_youths,
    rounded.others as true_others
from rounded
