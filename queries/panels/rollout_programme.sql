/*
title = "Een programma, en op hoeveel plekken het werkt"
[params]
programme = "slug"
[columns]
title   = "naam"
unit    = "waar het werkt: praktijk, school, kern, wijk, gemeente of gezin"
places  = "hoeveel van die plekken er zijn; leeg als het geen plekken zijn"
running = "op hoeveel daarvan het werkt op de laatste dag van de gegevens"
*/
select
    programme.title,
    programme.unit,
    programme.places,
    programme.running
from programme
where programme.slug = $programme
