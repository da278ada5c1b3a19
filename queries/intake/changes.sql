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
select
    count(*) filter (where before_row.row_key is null) as added,
    count(*) filter (where before_row.content <> after_row.content) as changed,
    count(*) filter (where after_row.row_key is null) as removed,
    count(*) filter (where after_row.is_new and before_row.content = after_row.content) as unchanged,
    count(*) filter (where before_row.row_key is null and after_row.day <= $until) as late
from before_row
full outer join after_row on before_row.row_key = after_row.row_key
