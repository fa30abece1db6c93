-- How does each enterprise stand before and after, for one or more indicators?
--
-- row:    one enterprise of one round, for one indicator
-- asks:   indicators, rounds, regions, sectors, sizes, first_month, last_month, before_phases, after_phases,
--         months_apart
-- gives:  indicator, round, arm, enterprise, region, sector, size, before_numerator, before_denominator, before_value,
--         before_months, before_due, after_numerator, after_denominator, after_value, after_months, after_due, exited
--
-- Values are the enterprise's own ratio of sums over the months in which it gave both parts. With months_apart above 0
-- a month counts only when the round has its partner so many months apart on the other side: 12 compares the same
-- calendar months, and a season is then not taken for a change. With 0 every month of the phases counts.

with dated as (
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
        extract(year from month) * 12 + extract(month from month) as place,
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

partner as (
    select distinct
        round,
        side,
        place
    from dated
    where side is not null
),

chosen as (
    select
        dated.indicator,
        dated.scale,
        dated.round,
        dated.arm,
        dated.enterprise,
        dated.region,
        dated.sector,
        dated.size,
        dated.due,
        dated.exited,
        dated.numerator,
        dated.denominator,
        case when $months_apart = 0 or partner.side is not null then dated.side end as side
    from dated
    left join partner
        on partner.round = dated.round
        and partner.side <> dated.side
        and partner.place = dated.place + case when dated.side = 'before' then $months_apart else -$months_apart end
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
