-- How does an indicator move, month by month, in each arm of a round, as far as everybody may see it?
--
-- row:    one month of one arm of one round, for one indicator
-- asks:   indicators, rounds, first_month, last_month
-- gives:  indicator, round, arm, month, phase, numerator, denominator, value, reporting, enrolled, suppressed

select
    indicator,
    round,
    arm,
    month,
    phase,
    numerator,
    denominator,
    value,
    reporting,
    enrolled,
    suppressed
from public_month
where list_contains($indicators, indicator)
    and list_contains($rounds, round)
    and month between $first_month and $last_month
order by indicator, round, arm, month
