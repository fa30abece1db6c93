-- Which events were held, where and when, and how many came, as far as everybody may know?
--
-- row:    one event
-- asks:   rounds, any_round, since, until
-- gives:  event, round, event_type, modules, name_en, name_zh, region, starts_on, ends_on, data_kind, source, named,
--         counted, is_estimate
--
-- Nobody is known here by name; counted are all who came, empty where they are too few to be told.

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
    cast(null as bigint) as named,
    public_participants.persons as counted,
    coalesce(public_participants.is_estimate, 'no') = 'yes' as is_estimate
from event
left join public_participants
    on public_participants.event = event.event
    and public_participants.part = 'total'
where (list_contains($rounds, event.round) or (event.round is null and $any_round))
    and cast(date_trunc('month', event.starts_on) as date) between $since and $until
order by event.starts_on, event.event
