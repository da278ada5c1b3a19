/*
title = "Wat een levering verandert aan de rijen die tellen"
grain = "een levering"
[params]
until = "dag tot waar de bron volledig was; leeg waar dat niet bekend is"
[columns]
added     = "rijen die er niet waren"
changed   = "rijen met dezelfde sleutel en andere inhoud"
removed   = "rijen die vervallen"
unchanged = "rijen die hetzelfde blijven en opnieuw zijn geleverd"
late      = "nieuwe rijen van voor de dag tot waar de bron volledig was"
*/
with old_row as (
    select
        row_key,
        content
    from before_row
    where row_key in (select touched_row.row_key from touched_row)
)

select
    count(*) filter (where old_row.row_key is null) as added,
    count(*) filter (where old_row.content <> after_row.content) as changed,
    count(*) filter (where after_row.row_key is null) as removed,
    count(*) filter (where after_row.is_new and old_row.content = after_row.content) as unchanged,
    count(*) filter (where old_row.row_key is null and after_row.day <= $until) as late
from old_row
full outer join after_row on old_row.row_key = after_row.row_key
