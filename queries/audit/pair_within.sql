/*
title = "Verbanden tussen indicatoren: wat een indicator telt, telt een andere ook; van een aandeel is dat zijn hele groep"
grain = "een deel van een geheel"
*/
select
    'deel ' || part.indicator || ' ' || whole.indicator || ' ' || within_indicator.dimension
    || ' ' || within_indicator.own_like as family,
    -- what stands in a share as a whole is in its group; what is in values of a split is in its hits
    case
        when within_indicator.own = '' and 'share' in (part.kind, whole.kind) then 'group'
        else 'sum'
    end as form,
    whole.cell as parent,
    part.cell as piece,
    part.is_counted,
    true as is_whole
from within_indicator
inner join audit_cell as part on within_indicator.indicator = part.indicator
inner join audit_cell as whole
    on
        within_indicator.whole = whole.indicator
        and part.programme = whole.programme
        and part.area_id = whole.area_id
        and part.period_id = whole.period_id
where
    whole.is_counted
    and (
        (
            within_indicator.own = ''
            and within_indicator.dimension = ''
            and part.dimension = whole.dimension
            and part.split_value = whole.split_value
        )
        or (
            within_indicator.own = ''
            and within_indicator.dimension <> ''
            and part.dimension = ''
            and within_indicator.dimension = whole.dimension
            and within_indicator.split_value = whole.split_value
        )
        or (
            within_indicator.own <> ''
            and within_indicator.own = part.dimension
            and part.split_value like within_indicator.own_like
            and within_indicator.dimension = whole.dimension
            and within_indicator.split_value = whole.split_value
        )
    )
