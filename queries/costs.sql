-- What was spent, in which month, on what, and by whom?
--
-- row:    one month of one category and one funder in one round
-- asks:   rounds, since, until
-- gives:  round, month, cost_category, funder, amount, submission, sheet, row, cells

select
    round,
    month,
    cost_category,
    funder,
    amount,
    submission,
    sheet,
    row,
    cells
from cost
where list_contains($rounds, round)
    and month between $since and $until
order by round, month, cost_category, funder
