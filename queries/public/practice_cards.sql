-- Which improvement actions may be told outside, and how much of each?
--
-- row:    one improvement action, under a number that says nothing of the enterprise
-- asks:   rounds
-- gives:  card, round, modules, action_en, action_zh, action_category, control, proposed_by, action_status, cost,
--         saving_once, saving_monthly, saving_basis, is_verified, net_saving, payback, metric_en, metric_zh, metric_unit,
--         metric_before, metric_after, lesson_en, lesson_zh, quote_en, quote_zh, quote_role
--
-- The saving counts under the same conditions as inside (queries/publish/record_unit.sql), as far as they are told.

select
    cast(card as varchar) as card,
    round,
    modules,
    action_en,
    action_zh,
    action_category,
    control,
    proposed_by,
    action_status,
    cost,
    saving_once,
    saving_monthly,
    saving_basis,
    is_verified,
    case
        when is_verified = 'yes'
            and action_status in ('done', 'sustained')
            and (saving_once is not null or saving_monthly is not null)
            then coalesce(saving_once, 0) + 12 * coalesce(saving_monthly, 0) - cost
    end as net_saving,
    case when saving_monthly > 0 then cast(cost as double) / saving_monthly end as payback,
    metric_en,
    metric_zh,
    metric_unit,
    metric_before,
    metric_after,
    lesson_en,
    lesson_zh,
    quote_en,
    quote_zh,
    quote_role
from public_practice
where list_contains($rounds, round)
order by public_practice.card
