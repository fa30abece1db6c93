-- Which events were held, where and when, and how many came?
--
-- row:    one event
-- asks:   rounds, any_round, region, since, until
-- gives:  event, round, event_type, modules, name_en, name_zh, region, starts_on, ends_on, data_kind, source, named,
--         counted, is_estimate, submission, sheet, row, cells
--
-- An event may stand outside the rounds: it is among the answers only when no round was chosen. named are persons by
-- their code, counted those of whom there is only a number; who did not say is left empty, never a zero.

with came as (
    select
        event,
        count(distinct person) as named,
        sum(persons) filter (where person is null) as counted,
        max(case when is_estimate = 'yes' then 1 else 0 end) as is_estimate
    from attendance
    group by event
)

select
    event.event,
    event.round,
    event.event_type,
    event.modules,
    event.name_en,
    event.name_zh,
    event.region,
    event.starts_on,
    event.ends_on,
    event.data_kind,
    event.source,
    came.named,
    cast(came.counted as bigint) as counted,
    coalesce(came.is_estimate, 0) = 1 as is_estimate,
    event.submission,
    event.sheet,
    event.row as row,
    event.cells
from event
left join came
    on came.event = event.event
where (list_contains($rounds, event.round) or (event.round is null and $any_round))
    and (
        $region = ''
        or $region = event.region
        or $region = event.province
        or $region = event.prefecture
        or $region = event.county
    )
    and cast(date_trunc('month', event.starts_on) as date) between $since and $until
order by event.starts_on, event.event
