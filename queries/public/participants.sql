-- How many came to the events, by role and by sex, as far as everybody may know?
--
-- row:    one event as a whole, or one role or one sex in it
-- asks:   rounds, any_round, since, until
-- gives:  event, part, code, persons, is_estimate, days
--
-- Nobody is known here by name, so somebody who came to two events is in both.

select
    public_participants.event,
    public_participants.part,
    public_participants.code,
    public_participants.persons,
    public_participants.is_estimate = 'yes' as is_estimate,
    date_diff('day', event.starts_on, event.ends_on) + 1 as days
from public_participants
inner join event
    on event.event = public_participants.event
where (list_contains($rounds, event.round) or (event.round is null and $any_round))
    and cast(date_trunc('month', event.starts_on) as date) between $since and $until
order by event.starts_on, public_participants.event, public_participants.part, public_participants.code
