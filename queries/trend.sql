-- How does an indicator move, month by month, in each arm?
--
-- row:    one month of one arm, for one indicator
-- asks:   indicators, rounds, regions, sectors, sizes, first_month, last_month
-- gives:  indicator, arm, month, phase, numerator, denominator, value, reporting, due, enrolled
--
-- A rate is a ratio of sums over the enterprises that gave both parts; an index is the geometric mean of the
-- enterprises' own ratios. An enterprise in two of the chosen rounds counts once a month, in the later round.

with chosen as (
    select
        indicator,
        kind,
        scale,
        arm,
        enterprise,
        month,
        phase,
        due,
        numerator,
        denominator,
        log_index
    from indicator_month
    where list_contains($indicators, indicator)
        and list_contains($rounds, round)
        and list_contains($regions, region)
        and list_contains($sectors, sector)
        and list_contains($sizes, size)
    qualify row_number() over (partition by indicator, arm, enterprise, month order by round desc) = 1
),

enrolled as (
    select
        arm,
        count(distinct enterprise) as enrolled
    from chosen
    group by arm
),

monthly as (
    select
        indicator,
        kind,
        arm,
        month,
        min(scale) as scale,
        min(phase) as phase,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        avg(log_index) as mean_log_index,
        count(numerator) as with_both,
        count(log_index) as with_index,
        count(*) filter (where due) as due
    from chosen
    where month between $first_month and $last_month
    group by indicator, kind, arm, month
)

select
    monthly.indicator,
    monthly.arm,
    monthly.month,
    monthly.phase,
    case when monthly.kind <> 'own_baseline_index' then monthly.numerator end as numerator,
    case when monthly.kind <> 'own_baseline_index' then monthly.denominator end as denominator,
    case
        when monthly.kind = 'own_baseline_index' then monthly.scale * exp(monthly.mean_log_index)
        else monthly.scale * monthly.numerator / nullif(monthly.denominator, 0)
    end as value,
    case when monthly.kind = 'own_baseline_index' then monthly.with_index else monthly.with_both end as reporting,
    monthly.due,
    enrolled.enrolled
from monthly
inner join enrolled
    on enrolled.arm = monthly.arm
order by monthly.indicator, monthly.arm, monthly.month
