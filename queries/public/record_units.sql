-- What do the indicators over the record say to the public?
--
-- row:    one record indicator of one round, as published
-- asks:   indicators, rounds
-- gives:  indicator, round, numerator, denominator, before, after, pairs, improved, worsened, units, enterprises,
--         persons, suppressed

select
    indicator,
    round,
    numerator,
    denominator,
    before,
    after,
    pairs,
    improved,
    worsened,
    units,
    enterprises,
    persons,
    suppressed
from public_record
where list_contains($indicators, indicator)
    and list_contains($rounds, round)
order by indicator, round
