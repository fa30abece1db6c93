-- Who owes which month, and did it come?
--
-- row:    one enterprise of one round in one month
-- asks:   nothing
-- gives:  round, arm, enterprise, region, province, prefecture, county, sector, size, month, phase, due, sent, exited
--
-- A round's months run from its baseline start to the last month that any of its enterprises sent.
-- After an enterprise has left, nothing is due from it; it stays in the panel, so that leaving is never hidden.

with sent as (
    select distinct
        enterprise,
        month
    from observation
),

last_month as (
    select
        enrolment.round,
        max(sent.month) as last_month
    from enrolment
    inner join sent
        on sent.enterprise = enrolment.enterprise
    group by enrolment.round
),

spine as (
    select
        enrolment.round,
        enrolment.arm,
        enrolment.enterprise,
        enrolment.exited_on,
        calendar_month.month,
        case
            when calendar_month.month < cast(date_trunc('month', round.training_start) as date) then 'baseline'
            when calendar_month.month <= round.training_end then 'training'
            else 'after'
        end as phase
    from enrolment
    inner join round
        on round.round = enrolment.round
    inner join last_month
        on last_month.round = enrolment.round
    inner join calendar_month
        on calendar_month.month >= cast(date_trunc('month', round.baseline_start) as date)
        and calendar_month.month <= last_month.last_month
)

select
    spine.round,
    spine.arm,
    spine.enterprise,
    enterprise.region,
    enterprise.province,
    enterprise.prefecture,
    enterprise.county,
    enterprise.sector,
    enterprise.size,
    spine.month,
    spine.phase,
    spine.exited_on is null or spine.month < cast(date_trunc('month', spine.exited_on) as date) as due,
    sent.enterprise is not null as sent,
    spine.exited_on as exited
from spine
inner join enterprise
    on enterprise.enterprise = spine.enterprise
left join sent
    on sent.enterprise = spine.enterprise
    and sent.month = spine.month
order by spine.round, spine.enterprise, spine.month
