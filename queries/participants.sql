-- Who came to the events?
--
-- row:    one line of an attendance list: a person by a code, or a number of persons of one kind
-- asks:   rounds, any_round, region, since, until
-- gives:  event, person, role, sex, organisation, persons, is_estimate, days, submission, sheet, row, cells
--
-- Role and sex of a person are the person's own, so that somebody who comes twice has one of each.

select
    attendance.event,
    attendance.person,
    coalesce(person.role, attendance.role) as role,
    coalesce(person.sex, attendance.sex) as sex,
    coalesce(person.organisation, attendance.organisation) as organisation,
    case when attendance.person is null then attendance.persons else 1 end as persons,
    coalesce(attendance.is_estimate, 'no') = 'yes' as is_estimate,
    date_diff('day', event.starts_on, event.ends_on) + 1 as days,
    attendance.submission,
    attendance.sheet,
    attendance.row as row,
    attendance.cells
from attendance
inner join event
    on event.event = attendance.event
left join person
    on person.person = attendance.person
where (list_contains($rounds, event.round) or (event.round is null and $any_round))
    and (
        $region = ''
        or $region = event.region
        or $region = event.province
        or $region = event.prefecture
        or $region = event.county
    )
    and cast(date_trunc('month', event.starts_on) as date) between $since and $until
order by event.starts_on, attendance.event, attendance.person, attendance.role, attendance.sex, attendance.organisation
