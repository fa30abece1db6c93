-- Who took part in each event, as far as the public may know?
--
-- row:    one event as a whole, or one role or one sex in it
-- asks:   minimum
-- gives:  event, part, code, persons, is_estimate
--
-- An event that counts fewer than $minimum persons has no row. Roles, and sexes, are shown only when every one of the event has
-- at least $minimum persons: otherwise the small one could be found by subtraction.

with each as (
    select
        attendance.event,
        coalesce(person.role, attendance.role, 'other') as role,
        coalesce(person.sex, attendance.sex, 'undisclosed') as sex,
        coalesce(attendance.persons, 1) as persons,
        case when attendance.is_estimate = 'yes' then 1 else 0 end as estimated
    from attendance
    left join person
        on person.person = attendance.person
    where attendance.person is not null
        or attendance.persons is not null
),

parts as (
    select
        event,
        'total' as part,
        'total' as code,
        sum(persons) as persons,
        max(estimated) as estimated
    from each
    group by event
    union all
    select
        event,
        'role',
        role,
        sum(persons),
        max(estimated)
    from each
    group by event, role
    union all
    select
        event,
        'sex',
        sex,
        sum(persons),
        max(estimated)
    from each
    group by event, sex
),

smallest as (
    select
        event,
        part,
        min(persons) as persons
    from parts
    group by event, part
)

select
    parts.event,
    parts.part,
    parts.code,
    cast(parts.persons as bigint) as persons,
    case when parts.estimated = 1 then 'yes' else 'no' end as is_estimate
from parts
inner join smallest
    on smallest.event = parts.event
    and smallest.part = parts.part
where smallest.persons >= $minimum
order by parts.event, parts.part, parts.code
