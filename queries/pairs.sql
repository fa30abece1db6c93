-- How does each enterprise stand before and after, for one or more indicators?
--
-- row:    one enterprise of one round, for one indicator
-- asks:   indicators, rounds, regions, sectors, sizes, first_month, last_month, before_phases, after_phases
-- gives:  indicator, round, arm, enterprise, region, sector, size, before_numerator, before_denominator, before_value,
--         before_months, before_due, after_numerator, after_denominator, after_value, after_months, after_due, exited
--
-- Values are the enterprise's own ratio of sums over the months in which it gave both parts.

with chosen as (
    select
        indicator,
        scale,
        round,
        arm,
        enterprise,
        region,
        sector,
        size,
        due,
        exited,
        numerator,
        denominator,
        case
            when list_contains($before_phases, phase) then 'before'
            when list_contains($after_phases, phase) then 'after'
        end as side
    from indicator_month
    where list_contains($indicators, indicator)
        and list_contains($rounds, round)
        and list_contains($regions, region)
        and list_contains($sectors, sector)
        and list_contains($sizes, size)
        and month between $first_month and $last_month
),

sides as (
    select
        indicator,
        round,
        arm,
        enterprise,
        region,
        sector,
        size,
        min(scale) as scale,
        max(exited) as exited,
        sum(numerator) filter (where side = 'before') as before_numerator,
        sum(denominator) filter (where side = 'before') as before_denominator,
        count(numerator) filter (where side = 'before') as before_months,
        count(*) filter (where side = 'before' and due) as before_due,
        sum(numerator) filter (where side = 'after') as after_numerator,
        sum(denominator) filter (where side = 'after') as after_denominator,
        count(numerator) filter (where side = 'after') as after_months,
        count(*) filter (where side = 'after' and due) as after_due
    from chosen
    group by indicator, round, arm, enterprise, region, sector, size
)

select
    indicator,
    round,
    arm,
    enterprise,
    region,
    sector,
    size,
    before_numerator,
    before_denominator,
    scale * before_numerator / nullif(before_denominator, 0) as before_value,
    before_months,
    before_due,
    after_numerator,
    after_denominator,
    scale * after_numerator / nullif(after_denominator, 0) as after_value,
    after_months,
    after_due,
    exited
from sides
order by indicator, round, arm, enterprise
