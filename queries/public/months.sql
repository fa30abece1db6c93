-- Which months does each round cover, as far as everybody may see it?
--
-- row:    one arm of one round
-- asks:   nothing
-- gives:  round, arm, first_month, last_month, enrolled

select
    round,
    arm,
    min(month) as first_month,
    max(month) as last_month,
    max(enrolled) as enrolled
from public_month
group by round, arm
order by round, arm
