-- Which improvement actions are there, what did each cost and save, and how is that known?
--
-- row:    one improvement action of a pilot enterprise
-- asks:   rounds, regions, sectors, sizes, since, until
-- gives:  card, action, round, enterprise, region, sector, size, modules, action_en, action_zh, action_category, control,
--         proposed_by, opened_on, due_on, done_on, checked_on, action_status, cost, saving_once, saving_monthly,
--         saving_basis, verified_by, verified_role, verified_on, net_saving, payback, metric_en, metric_zh, metric_unit,
--         metric_before, metric_after, lesson_en, lesson_zh, quote_en, quote_zh, quote_role, quote_consent, submission,
--         sheet, row, cells
--
-- net_saving is there only where the saving counts (queries/publish/record_unit.sql says when), so that a card and the
-- sums of the programme can never differ. payback is what the card says of itself, counted or not: months until the
-- one-off cost is back. An action belongs to a period when it was under way in it.

with counted as (
    select
        unit as action,
        round,
        max(numerator) as net_saving
    from record_unit
    where indicator = 'net_savings'
    group by unit, round
)

select
    action.action as card,
    action.action,
    action.round,
    action.enterprise,
    enterprise.region,
    enterprise.sector,
    enterprise.size,
    action.modules,
    action.action_en,
    action.action_zh,
    action.action_category,
    action.control,
    action.proposed_by,
    action.opened_on,
    action.due_on,
    action.done_on,
    action.checked_on,
    action.action_status,
    action.cost,
    action.saving_once,
    action.saving_monthly,
    action.saving_basis,
    action.verified_by,
    person.role as verified_role,
    action.verified_on,
    counted.net_saving,
    case when action.saving_monthly > 0 then cast(action.cost as double) / action.saving_monthly end as payback,
    action.metric_en,
    action.metric_zh,
    action.metric_unit,
    action.metric_before,
    action.metric_after,
    action.lesson_en,
    action.lesson_zh,
    action.quote_en,
    action.quote_zh,
    action.quote_role,
    action.quote_consent,
    action.submission,
    action.sheet,
    action.row,
    action.cells
from action
inner join enterprise
    on enterprise.enterprise = action.enterprise
inner join enrolment
    on enrolment.round = action.round
    and enrolment.enterprise = action.enterprise
    and enrolment.arm = 'pilot'
left join person
    on person.person = action.verified_by
left join counted
    on counted.action = action.action
    and counted.round = action.round
where list_contains($rounds, action.round)
    and list_contains($regions, enterprise.region)
    and list_contains($sectors, enterprise.sector)
    and list_contains($sizes, enterprise.size)
    and action.opened_on < cast($until + interval 1 month as date)
    and coalesce(action.done_on, action.opened_on) >= $since
order by action.action
