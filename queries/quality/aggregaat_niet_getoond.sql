/*
source = "aggregaten"
item   = "Geteld geleverde cijfers van {0}"
advice = "Deze cijfers staan nergens. Gebruik de code van een maat uit Begrippen en methode, een gemeente of wijk van de regio, een hele teller, bij een aandeel ook een noemer, en een periode waarin die maat daar wordt getoond."
*/
select
    fct_aggregaat.indicator as name,
    count(*) as n
from fct_aggregaat
left join counted_shown on fct_aggregaat.row_id = counted_shown.row_id
where counted_shown.row_id is null
group by fct_aggregaat.indicator
order by fct_aggregaat.indicator
