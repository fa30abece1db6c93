-- What was aimed at, by when, and who says so, as far as everybody may see it?
--
-- row:    one target of the country or of a round
-- asks:   nothing
-- gives:  indicator, target_scope, target_of, due_on, target_value, comparator, target_status, source

select
    indicator,
    target_scope,
    target_of,
    due_on,
    target_value,
    comparator,
    target_status,
    source
from public_target
order by due_on, indicator, target_scope, target_of
