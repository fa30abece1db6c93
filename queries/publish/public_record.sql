-- What do the indicators over the record say to the public?
--
-- row:    one record indicator of one round
-- asks:   minimum
-- gives:  indicator, round, numerator, denominator, before, after, pairs, improved, worsened, units, enterprises, persons, suppressed
--
-- Fewer than $minimum enterprises (persons, where the unit is a person's) blank every figure of the row, not its value
-- alone. Counted participants and costs name no enterprise; costs are not shown while fewer than $minimum stayed.

with counted as (
    select
        indicator,
        round,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        avg(before) as before,
        avg(after) as after,
        count(before) as pairs,
        sum(case when after > before then 1 else 0 end) as improved,
        sum(case when after < before then 1 else 0 end) as worsened,
        count(*) as units,
        count(distinct enterprise) as enterprises,
        count(distinct person) as persons
    from record_unit
    where indicator not in ('participants', 'payback')
        and (enterprise is null or arm = 'pilot')
        and round is not null
    group by indicator, round
),

judged as (
    select
        counted.*,
        case
            when indicator in ('knowledge_gain', 'trainers_certified', 'trainers_active') then persons < $minimum
            when indicator = 'non_ilo_share' then false
            else enterprises < $minimum
        end as suppressed
    from counted
)

select
    indicator,
    round,
    case when suppressed then null else numerator end as numerator,
    case when suppressed then null else denominator end as denominator,
    case when suppressed then null else before end as before,
    case when suppressed then null else after end as after,
    case when suppressed then null else pairs end as pairs,
    case when suppressed then null else improved end as improved,
    case when suppressed then null else worsened end as worsened,
    case when suppressed then null else units end as units,
    case when suppressed then null else enterprises end as enterprises,
    case when suppressed then null else persons end as persons,
    suppressed
from judged
order by indicator, round
