/*
title       = "Aandeel van elke verwijzer (CBS)"
definition  = "Van alle trajecten jeugdzorg in natura in het jaar: welk deel door welke verwijzer is gestart, zoals het CBS de aantallen publiceert (tabel 85335NED). Het CBS rondt op 5 af en publiceert niets onder de 10."
numerator   = "trajecten van deze verwijzer"
ladder      = "context"
better      = "neither"
counts      = "trajecten"
shape       = "published"
denominator = "trajecten"
per         = 100
unit        = "% van de trajecten"
sources     = ["cbs_jeugdzorg_wijken"]
lag_weeks   = 0
splits      = ["verwijzer"]
[columns]
area_code   = "gebied"
year        = "jaar"
provisional = "of het CBS het cijfer voorlopig noemt"
verwijzer   = "wie verwees"
numerator   = "trajecten van deze verwijzer"
denominator = "alle trajecten"
value       = "percentage"
*/
with counted as (
    select
        gebiedscode,
        jaar,
        trajecten,
        'gemeentelijke_toegang' as verwijzer,
        gemeentelijke_toegang as numerator
    from src_cbs_jeugdzorg_wijken
    union all
    select
        gebiedscode,
        jaar,
        trajecten,
        'huisarts' as verwijzer,
        huisarts as numerator
    from src_cbs_jeugdzorg_wijken
    union all
    select
        gebiedscode,
        jaar,
        trajecten,
        'jeugdarts' as verwijzer,
        jeugdarts as numerator
    from src_cbs_jeugdzorg_wijken
    union all
    select
        gebiedscode,
        jaar,
        trajecten,
        'gecertificeerde_instelling' as verwijzer,
        gecertificeerde_instelling as numerator
    from src_cbs_jeugdzorg_wijken
    union all
    select
        gebiedscode,
        jaar,
        trajecten,
        'medisch_specialist' as verwijzer,
        medisch_specialist as numerator
    from src_cbs_jeugdzorg_wijken
    union all
    select
        gebiedscode,
        jaar,
        trajecten,
        'rechter' as verwijzer,
        rechter as numerator
    from src_cbs_jeugdzorg_wijken
    union all
    select
        gebiedscode,
        jaar,
        trajecten,
        'geen_verwijzer' as verwijzer,
        geen_verwijzer as numerator
    from src_cbs_jeugdzorg_wijken
    union all
    select
        gebiedscode,
        jaar,
        trajecten,
        'verwijzer_onbekend' as verwijzer,
        verwijzer_onbekend as numerator
    from src_cbs_jeugdzorg_wijken
)

select
    gebiedscode as area_code,
    jaar as year,
    false as provisional,
    verwijzer,
    numerator,
    trajecten as denominator,
    100.0 * numerator / nullif(trajecten, 0) as value
from counted
