-- Which rows of the programme's record count towards which indicator?
--
-- row:    one unit that counts: a visit, an action, an item of a checklist, a person's test, an attendance, a cost line
-- asks:   nothing
-- gives:  indicator, unit, round, arm, enterprise, region, province, prefecture, county, sector, size, person, month,
--         numerator, denominator, before, after, is_estimate, submission, sheet, row, cells, before_submission, before_sheet,
--         before_row, before_cells
--
-- The one place where a row of the record becomes part of an indicator. Every unit names the row it was read from, a
-- pair (before and after) both of its rows. What was planned or due counts once its day lies in a month that the
-- snapshot covers. Enforcement visits are never coaching; a saving without a verifier is no saving; a missing cost is
-- not a cost of nothing. A person stands once in each round in which the person took part.

with today as (
    select
        cast(max(month) + interval 1 month as date) as first_day_ahead
    from calendar_month
),

team as (
    select
        visit,
        max(case when visit_role = 'consultant' then 1 else 0 end) as has_consultant,
        max(case when visit_role = 'inspector' then 1 else 0 end) as has_inspector
    from visit_member
    group by visit
),

coaching as (
    select
        visit.visit,
        visit.round,
        visit.enterprise,
        visit.planned_on,
        visit.done_on,
        coalesce(team.has_consultant * team.has_inspector, 0) as is_full_team,
        visit.submission,
        visit.sheet,
        visit.row,
        visit.cells
    from visit
    left join team
        on team.visit = visit.visit
    where visit.purpose <> 'enforcement'
),

answered as (
    select
        round,
        enterprise,
        practice,
        wave,
        assessed_on,
        case when answer = 'yes' then 1 else 0 end as in_place,
        submission,
        sheet,
        row,
        cells
    from assessment
    where answer <> 'na'
),

latest as (
    select
        round,
        enterprise,
        practice,
        assessed_on,
        in_place,
        submission,
        sheet,
        row,
        cells,
        row_number() over (partition by round, enterprise, practice order by assessed_on desc, wave) as place
    from answered
    where wave <> 'baseline'
),

verified as (
    select
        action,
        round,
        enterprise,
        verified_on,
        cost,
        saving_monthly,
        coalesce(saving_once, 0) + 12 * coalesce(saving_monthly, 0) - cost as net,
        submission,
        sheet,
        row,
        cells
    from action
    where verified_by is not null
        and verified_on is not null
        and action_status in ('done', 'sustained')
        and cost is not null
        and (saving_once is not null or saving_monthly is not null)
),

scored as (
    select
        test.event,
        event.round,
        test.person,
        test.test_wave,
        test.item_bank,
        event.ends_on,
        100.0 * cast(test.score as double) / nullif(cast(test.score_max as double), 0) as percent,
        test.submission,
        test.sheet,
        test.row,
        test.cells
    from test
    inner join event
        on event.event = test.event
),

deed as (
    select
        coaching.round,
        visit_member.person,
        coaching.done_on as day
    from visit_member
    inner join coaching
        on coaching.visit = visit_member.visit
    where coaching.done_on is not null
    union all
    select
        event.round,
        attendance.person,
        event.ends_on as day
    from attendance
    inner join event
        on event.event = attendance.event
    where attendance.person is not null
),

active as (
    select
        deed.round,
        deed.person,
        max(deed.day) as last_day
    from deed
    group by deed.round, deed.person
),

trainer as (
    select
        active.round,
        person.person,
        person.trainer_status,
        active.last_day,
        person.submission,
        person.sheet,
        person.row,
        person.cells
    from person
    left join active
        on active.person = person.person
    where person.trainer_status is not null
),

unit as (
    select
        'visits_full_team' as indicator,
        visit as unit,
        round,
        enterprise,
        cast(null as varchar) as event,
        cast(null as varchar) as person,
        done_on as day,
        cast(is_full_team as double) as numerator,
        cast(1 as double) as denominator,
        cast(null as double) as before,
        cast(null as double) as after,
        cast(null as varchar) as is_estimate,
        submission,
        sheet,
        row,
        cells,
        cast(null as varchar) as before_submission,
        cast(null as varchar) as before_sheet,
        cast(null as bigint) as before_row,
        cast(null as varchar) as before_cells
    from coaching
    where done_on is not null
    union all
    select
        'visits_done',
        coaching.visit,
        coaching.round,
        coaching.enterprise,
        null,
        null,
        coaching.planned_on,
        cast(case when coaching.done_on is null then 0 else 1 end as double),
        cast(1 as double),
        null,
        null,
        null,
        coaching.submission,
        coaching.sheet,
        coaching.row,
        coaching.cells,
        null,
        null,
        null,
        null
    from coaching
    inner join today
        on coaching.planned_on < today.first_day_ahead
    union all
    select
        'practices_in_place',
        concat(latest.enterprise, ' ', latest.practice),
        latest.round,
        latest.enterprise,
        null,
        null,
        latest.assessed_on,
        cast(latest.in_place as double),
        cast(1 as double),
        cast(baseline.in_place as double),
        cast(latest.in_place as double),
        null,
        latest.submission,
        latest.sheet,
        latest.row,
        latest.cells,
        baseline.submission,
        baseline.sheet,
        baseline.row,
        baseline.cells
    from latest
    inner join answered as baseline
        on baseline.round = latest.round
        and baseline.enterprise = latest.enterprise
        and baseline.practice = latest.practice
        and baseline.wave = 'baseline'
    where latest.place = 1
    union all
    select
        'actions_on_time',
        action.action,
        action.round,
        action.enterprise,
        null,
        null,
        action.due_on,
        cast(case when action.done_on <= action.due_on then 1 else 0 end as double),
        cast(1 as double),
        null,
        null,
        null,
        action.submission,
        action.sheet,
        action.row,
        action.cells,
        null,
        null,
        null,
        null
    from action
    inner join today
        on action.due_on < today.first_day_ahead
    where action.action_status not in ('proposed', 'rejected')
    union all
    select
        'actions_sustained',
        action,
        round,
        enterprise,
        null,
        null,
        checked_on,
        cast(case when action_status = 'sustained' then 1 else 0 end as double),
        cast(1 as double),
        null,
        null,
        null,
        submission,
        sheet,
        row,
        cells,
        null,
        null,
        null,
        null
    from action
    where action_status in ('sustained', 'reverted')
        and date_diff('day', done_on, checked_on) >= 90
    union all
    select
        'net_savings',
        action,
        round,
        enterprise,
        null,
        null,
        verified_on,
        cast(net as double),
        null,
        null,
        null,
        null,
        submission,
        sheet,
        row,
        cells,
        null,
        null,
        null,
        null
    from verified
    union all
    select
        'payback',
        action,
        round,
        enterprise,
        null,
        null,
        verified_on,
        cast(cost as double),
        cast(saving_monthly as double),
        null,
        null,
        null,
        submission,
        sheet,
        row,
        cells,
        null,
        null,
        null,
        null
    from verified
    where cost > 0
        and saving_monthly > 0
    union all
    select
        'knowledge_gain',
        concat(before.event, ' ', before.person),
        before.round,
        null,
        before.event,
        before.person,
        before.ends_on,
        after.percent - before.percent,
        null,
        before.percent,
        after.percent,
        null,
        after.submission,
        after.sheet,
        after.row,
        after.cells,
        before.submission,
        before.sheet,
        before.row,
        before.cells
    from scored as before
    inner join scored as after
        on after.event = before.event
        and after.person = before.person
        and after.item_bank = before.item_bank
        and after.test_wave = 'after'
    where before.test_wave = 'before'
        and before.percent is not null
        and after.percent is not null
    union all
    select
        'participants',
        concat(attendance.event, ' ', coalesce(attendance.person, concat(attendance.sheet, cast(attendance.row as varchar)))),
        event.round,
        null,
        attendance.event,
        attendance.person,
        event.starts_on,
        cast(coalesce(attendance.persons, 1) as double),
        null,
        null,
        null,
        coalesce(attendance.is_estimate, 'no'),
        attendance.submission,
        attendance.sheet,
        attendance.row,
        attendance.cells,
        null,
        null,
        null,
        null
    from attendance
    inner join event
        on event.event = attendance.event
    where attendance.person is not null
        or attendance.persons is not null
    union all
    select
        'cost_per_enterprise',
        concat('cost ', sheet, cast(row as varchar)),
        round,
        null,
        null,
        null,
        month,
        cast(amount as double),
        null,
        null,
        null,
        null,
        submission,
        sheet,
        row,
        cells,
        null,
        null,
        null,
        null
    from cost
    union all
    select
        'cost_per_enterprise',
        enterprise,
        round,
        enterprise,
        null,
        null,
        null,
        null,
        cast(1 as double),
        null,
        null,
        null,
        submission,
        sheet,
        row,
        cells,
        null,
        null,
        null,
        null
    from enrolment
    where arm = 'pilot'
        and (exited_on is null or exit_reason = 'completed')
    union all
    select
        'non_ilo_share',
        concat('cost ', sheet, cast(row as varchar)),
        round,
        null,
        null,
        null,
        month,
        cast(case when funder in ('ilo', 'donor') then 0 else amount end as double),
        cast(amount as double),
        null,
        null,
        null,
        submission,
        sheet,
        row,
        cells,
        null,
        null,
        null,
        null
    from cost
    union all
    select
        'trainers_certified',
        person,
        round,
        null,
        null,
        person,
        null,
        cast(case when trainer_status in ('certified', 'expert') then 1 else 0 end as double),
        cast(1 as double),
        null,
        null,
        null,
        submission,
        sheet,
        row,
        cells,
        null,
        null,
        null,
        null
    from trainer
    union all
    select
        'trainers_active',
        trainer.person,
        trainer.round,
        null,
        null,
        trainer.person,
        null,
        cast(
            case
                when trainer.last_day >= cast(today.first_day_ahead - interval 12 month as date)
                    and trainer.last_day < today.first_day_ahead
                    then 1
                else 0
            end as double
        ),
        cast(1 as double),
        null,
        null,
        null,
        trainer.submission,
        trainer.sheet,
        trainer.row,
        trainer.cells,
        null,
        null,
        null,
        null
    from trainer
    cross join today
    where trainer.trainer_status in ('certified', 'expert')
)

select
    unit.indicator,
    unit.unit,
    unit.round,
    enrolment.arm,
    unit.enterprise,
    coalesce(enterprise.region, event.region) as region,
    coalesce(enterprise.province, event.province) as province,
    coalesce(enterprise.prefecture, event.prefecture) as prefecture,
    coalesce(enterprise.county, event.county) as county,
    enterprise.sector,
    enterprise.size,
    unit.person,
    cast(date_trunc('month', unit.day) as date) as month,
    unit.numerator,
    unit.denominator,
    unit.before,
    unit.after,
    unit.is_estimate,
    unit.submission,
    unit.sheet,
    unit.row,
    unit.cells,
    unit.before_submission,
    unit.before_sheet,
    unit.before_row,
    unit.before_cells
from unit
left join enterprise
    on enterprise.enterprise = unit.enterprise
left join enrolment
    on enrolment.round = unit.round
    and enrolment.enterprise = unit.enterprise
left join event
    on event.event = unit.event
where unit.enterprise is null
    or enterprise.enterprise is not null
order by unit.indicator, unit.round, unit.enterprise, unit.unit, unit.row
