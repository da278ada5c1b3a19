/*
source = "preventie_contacten"
item   = "Contacten van een onbekend programma: {0}"
advice = "Ze tellen nergens mee. Maak een programma met deze naam in de map programmes, of verbeter de naam bij de bron."
*/
select
    fct_contact.programme as name,
    count(*) as n
from fct_contact
left join programme on fct_contact.programme = programme.slug
where programme.slug is null
group by fct_contact.programme
order by n desc, name asc
