-- Which visits to enterprises were planned and done, and by whom?
--
-- row:    one visit
-- asks:   rounds, regions, sectors, sizes, since, until
-- gives:  visit, round, arm, enterprise, region, modules, purpose, planned_on, done_on, visit_hours, consultants,
--         inspectors, others, submission, sheet, row, cells
--
-- A visit belongs to the day it was done, or else to the day it is planned for. Enforcement is among the rows and is
-- never to be counted as coaching.

with team as (
    select
        visit,
        count(*) filter (where visit_role = 'consultant') as consultants,
        count(*) filter (where visit_role = 'inspector') as inspectors,
        count(*) filter (where visit_role not in ('consultant', 'inspector')) as others
    from visit_member
    group by visit
)

select
    visit.visit,
    visit.round,
    enrolment.arm,
    visit.enterprise,
    enterprise.region,
    visit.modules,
    visit.purpose,
    visit.planned_on,
    visit.done_on,
    visit.visit_hours,
    coalesce(team.consultants, 0) as consultants,
    coalesce(team.inspectors, 0) as inspectors,
    coalesce(team.others, 0) as others,
    visit.submission,
    visit.sheet,
    visit.row as row,
    visit.cells
from visit
inner join enterprise
    on enterprise.enterprise = visit.enterprise
left join enrolment
    on enrolment.round = visit.round
    and enrolment.enterprise = visit.enterprise
left join team
    on team.visit = visit.visit
where list_contains($rounds, visit.round)
    and list_contains($regions, enterprise.region)
    and list_contains($sectors, enterprise.sector)
    and list_contains($sizes, enterprise.size)
    and cast(date_trunc('month', coalesce(visit.done_on, visit.planned_on)) as date) between $since and $until
order by visit.enterprise, coalesce(visit.done_on, visit.planned_on), visit.visit
