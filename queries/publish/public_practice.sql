-- Which improvements may be told outside, and how much of each?
--
-- row:    one improvement action, under a number that says nothing of the enterprise
-- asks:   nothing
-- gives:  card, action, round, modules, action_en, action_zh, action_category, control, proposed_by, action_status,
--         is_named, cost, saving_once, saving_monthly, saving_basis, is_verified, metric_en, metric_zh, metric_unit,
--         metric_before, metric_after, lesson_en, lesson_zh, quote_en, quote_zh, quote_role
--
-- Nothing of an enterprise that keeps its data internal. Money and measures only of one that consents to be named, a
-- quotation only with its own consent. The column action is the way back for the photographs and is dropped before the
-- table is published. Cards are numbered by their title, so that the order tells nothing of who wrote them.

select
    row_number() over (order by action.action_en, action.action) as card,
    action.action,
    action.round,
    action.modules,
    action.action_en,
    action.action_zh,
    action.action_category,
    action.control,
    action.proposed_by,
    action.action_status,
    case when enterprise.consent = 'named' then 'yes' else 'no' end as is_named,
    case when enterprise.consent = 'named' then action.cost end as cost,
    case when enterprise.consent = 'named' then action.saving_once end as saving_once,
    case when enterprise.consent = 'named' then action.saving_monthly end as saving_monthly,
    case when enterprise.consent = 'named' then action.saving_basis end as saving_basis,
    case when action.verified_by is not null and action.verified_on is not null then 'yes' else 'no' end as is_verified,
    case when enterprise.consent = 'named' then action.metric_en end as metric_en,
    case when enterprise.consent = 'named' then action.metric_zh end as metric_zh,
    case when enterprise.consent = 'named' then action.metric_unit end as metric_unit,
    case when enterprise.consent = 'named' then action.metric_before end as metric_before,
    case when enterprise.consent = 'named' then action.metric_after end as metric_after,
    action.lesson_en,
    action.lesson_zh,
    case when action.quote_consent = 'yes' then action.quote_en end as quote_en,
    case when action.quote_consent = 'yes' then action.quote_zh end as quote_zh,
    case when action.quote_consent = 'yes' then action.quote_role end as quote_role
from action
inner join enterprise
    on enterprise.enterprise = action.enterprise
where enterprise.consent <> 'internal'
order by card
