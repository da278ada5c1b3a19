/*
title = "Welk deel van de verwijzingen door huisartsen tot een praktijk is herleid"
grain = "een gemeente"
[columns]
gemeente_code = "gemeente van de jeugdige"
referrals     = "verwijzingen door huisartsen"
share         = "deel dat bij een geleverde praktijk hoort"
*/
select
    case when area_code like 'WK%' then 'GM' || substr(area_code, 3, 4) else area_code end as gemeente_code,
    count(*) as referrals,
    avg(case when location is null then 0.0 else 1.0 end) as share
from fct_verwijzing
where verwijzer = 'huisarts'
group by case when area_code like 'WK%' then 'GM' || substr(area_code, 3, 4) else area_code end
