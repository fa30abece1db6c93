-- What may everybody see of an indicator, month by month, in a whole round?
--
-- row:    one month of one arm of one round, for one indicator
-- asks:   minimum
-- gives:  round, arm, indicator, month, phase, numerator, denominator, value, reporting, enrolled, suppressed
--
-- Fewer than the minimum of enterprises: numerator, denominator, value and count are all empty, not the value alone,
-- since any one of them would give the others away.

with enrolled as (
    select
        round,
        arm,
        count(distinct enterprise) as enrolled
    from indicator_month
    group by round, arm
),

monthly as (
    select
        round,
        arm,
        indicator,
        kind,
        month,
        min(phase) as phase,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        case
            when kind = 'own_baseline_index' then min(scale) * exp(avg(log_index))
            else min(scale) * sum(numerator) / nullif(sum(denominator), 0)
        end as value,
        case when kind = 'own_baseline_index' then count(log_index) else count(numerator) end as reporting
    from indicator_month
    group by round, arm, indicator, kind, month
)

select
    monthly.round,
    monthly.arm,
    monthly.indicator,
    monthly.month,
    monthly.phase,
    case when monthly.reporting >= $minimum and monthly.kind <> 'own_baseline_index' then monthly.numerator end
        as numerator,
    case when monthly.reporting >= $minimum and monthly.kind <> 'own_baseline_index' then monthly.denominator end
        as denominator,
    case when monthly.reporting >= $minimum then monthly.value end as value,
    case when monthly.reporting >= $minimum then monthly.reporting end as reporting,
    enrolled.enrolled,
    monthly.reporting < $minimum as suppressed
from monthly
inner join enrolled
    on enrolled.round = monthly.round
    and enrolled.arm = monthly.arm
order by monthly.indicator, monthly.round, monthly.arm, monthly.month
