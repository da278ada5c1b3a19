/*
title = "De interne cellen van een indicator, zoals de toets ze liet"
grain = "een cel"
[params]
slug = "indicator"
*/
select *
from kept_intern
where indicator = $slug
