-- Which months came, when, and what in them is missing, contradictory or far above what is usual?
--
-- row:    one enterprise of one round in one month, and one more for each thing that is wrong in it
-- asks:   rounds, fewest_months, hours, workers, fewest_hours, most_hours, fewest_values, times
-- gives:  round, arm, enterprise, month, what, measure, value, against, phase, due, sent, handed_over,
--         received_on, figures, can_be_complete, can_be_consistent, can_be_plausible
--
-- what is "month" for the month itself, else "missing" (a measure that this enterprise usually keeps), "above_whole"
-- (against: the whole), "hours" (of one worker) or "far_above" (against: the own median). Usually kept means: sent in at
-- least half of the enterprise's other months that came, of the same part of the round (before the training began, or
-- since), and there are at least fewest_months of those. The median is taken over all the enterprise's months.
-- received_on is the day on which the first of the month's figures came, as they now stand. Whole rounds are asked for,
-- once, since a grade rests on all of an enterprise's months whatever is filtered; the reader's choice is taken from it.

with member as (
    select
        panel.round,
        panel.arm,
        panel.enterprise,
        panel.month,
        panel.phase,
        case when panel.phase = 'baseline' then 'before' else 'since' end as part,
        panel.due,
        panel.sent,
        enrolment.enrolled_on as handed_over
    from panel
    inner join enrolment
        on enrolment.round = panel.round
        and enrolment.enterprise = panel.enterprise
    where list_contains($rounds, panel.round)
),

figure as (
    select
        member.round,
        member.enterprise,
        member.month,
        member.part,
        observation.measure,
        observation.value,
        observation.received_on
    from member
    inner join observation
        on observation.enterprise = member.enterprise
        and observation.month = member.month
),

came as (
    select
        round,
        enterprise,
        month,
        part,
        min(received_on) as received_on,
        count(*) as figures
    from figure
    group by round, enterprise, month, part
),

months_came as (
    select
        round,
        enterprise,
        part,
        count(*) as months
    from came
    group by round, enterprise, part
),

times_kept as (
    select
        round,
        enterprise,
        part,
        measure,
        count(*) as months
    from figure
    group by round, enterprise, part, measure
),

middle as (
    select
        enterprise,
        measure,
        median(value) as value
    from observation
    group by enterprise, measure
    having count(*) >= $fewest_values and median(value) > 0
),

missing as (
    select
        came.round,
        came.enterprise,
        came.month,
        times_kept.measure
    from came
    inner join months_came
        on months_came.round = came.round
        and months_came.enterprise = came.enterprise
        and months_came.part = came.part
        and months_came.months > $fewest_months
    inner join times_kept
        on times_kept.round = came.round
        and times_kept.enterprise = came.enterprise
        and times_kept.part = came.part
        and 2 * times_kept.months >= months_came.months - 1
    left join figure
        on figure.round = came.round
        and figure.enterprise = came.enterprise
        and figure.month = came.month
        and figure.measure = times_kept.measure
    where figure.measure is null
),

compared as (
    select
        piece.round,
        piece.enterprise,
        piece.month,
        piece.measure,
        piece.value,
        whole.value as against
    from figure as piece
    inner join measure
        on measure.measure = piece.measure
    inner join figure as whole
        on whole.round = piece.round
        and whole.enterprise = piece.enterprise
        and whole.month = piece.month
        and whole.measure = measure.not_above
),

each_worker as (
    select
        hours.round,
        hours.enterprise,
        hours.month,
        hours.measure,
        hours.value / nullif(workers.value, 0) as value
    from figure as hours
    inner join figure as workers
        on workers.round = hours.round
        and workers.enterprise = hours.enterprise
        and workers.month = hours.month
        and workers.measure = $workers
    where hours.measure = $hours
        and workers.value > 0
),

beside_middle as (
    select
        figure.round,
        figure.enterprise,
        figure.month,
        figure.measure,
        figure.value,
        middle.value as against
    from figure
    inner join middle
        on middle.enterprise = figure.enterprise
        and middle.measure = figure.measure
),

wrong as (
    select
        round,
        enterprise,
        month,
        'missing' as what,
        measure,
        cast(null as double) as value,
        cast(null as double) as against
    from missing
    union all
    select
        round,
        enterprise,
        month,
        'above_whole' as what,
        measure,
        value,
        against
    from compared
    where value > against
    union all
    select
        round,
        enterprise,
        month,
        'hours' as what,
        measure,
        value,
        cast(null as double) as against
    from each_worker
    where value < $fewest_hours or value > $most_hours
    union all
    select
        round,
        enterprise,
        month,
        'far_above' as what,
        measure,
        value,
        against
    from beside_middle
    where value > $times * against
    union all
    select
        round,
        enterprise,
        month,
        'month' as what,
        cast(null as varchar) as measure,
        cast(null as double) as value,
        cast(null as double) as against
    from member
),

consistent as (
    select
        round,
        enterprise,
        month
    from compared
    union
    select
        round,
        enterprise,
        month
    from each_worker
),

plausible as (
    select distinct
        round,
        enterprise,
        month
    from beside_middle
)

select
    member.round,
    member.arm,
    member.enterprise,
    member.month,
    wrong.what,
    wrong.measure,
    wrong.value,
    wrong.against,
    member.phase,
    member.due,
    member.sent,
    member.handed_over,
    came.received_on,
    coalesce(came.figures, 0) as figures,
    coalesce(months_came.months > $fewest_months and member.sent, false) as can_be_complete,
    consistent.enterprise is not null as can_be_consistent,
    plausible.enterprise is not null as can_be_plausible
from member
inner join wrong
    on wrong.round = member.round
    and wrong.enterprise = member.enterprise
    and wrong.month = member.month
left join came
    on came.round = member.round
    and came.enterprise = member.enterprise
    and came.month = member.month
left join months_came
    on months_came.round = member.round
    and months_came.enterprise = member.enterprise
    and months_came.part = member.part
left join consistent
    on consistent.round = member.round
    and consistent.enterprise = member.enterprise
    and consistent.month = member.month
left join plausible
    on plausible.round = member.round
    and plausible.enterprise = member.enterprise
    and plausible.month = member.month
order by
    member.round,
    member.arm,
    member.enterprise,
    member.month,
    wrong.what,
    wrong.measure
