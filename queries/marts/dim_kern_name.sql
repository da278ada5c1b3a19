/*
title = "Waaraan een kern te herkennen is: de code, en de naam waar maar een kern zo heet"
grain = "een code of naam, in kleine letters"
[columns]
name = "code of naam"
code = "code van de kern"
*/
with listed as (
    select
        lower(code) as name,
        code
    from dim_kern
    union
    select
        lower(name) as name,
        code
    from dim_kern
)

select
    name,
    min(code) as code
from listed
group by name
having count(*) = 1
