-- What was aimed at, by when, and who says so?
--
-- row:    one target
-- asks:   nothing
-- gives:  indicator, target_scope, target_of, due_on, target_value, comparator, target_status, source, submission, sheet,
--         row, cells

select
    indicator,
    target_scope,
    target_of,
    due_on,
    target_value,
    comparator,
    target_status,
    source,
    submission,
    sheet,
    row,
    cells
from target
order by due_on, indicator, target_scope, target_of
