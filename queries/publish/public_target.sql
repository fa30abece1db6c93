-- Which targets may be told outside?
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
from target
where target_scope <> 'enterprise'
order by indicator, target_scope, target_of, due_on
