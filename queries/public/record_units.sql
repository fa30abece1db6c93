-- What do the indicators over the record say to the public?
--
-- row:    one record indicator of one round, as published
-- asks:   indicators, rounds, any_round
-- gives:  indicator, round, numerator, denominator, before, after, pairs, improved, worsened, units, enterprises,
--         persons, estimate, low, high, suppressed
--
-- The typical change and its interval cannot be added up over rounds: the row without a round has it over all of them.

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
    estimate,
    low,
    high,
    suppressed
from public_record
where list_contains($indicators, indicator)
    and (list_contains($rounds, round) or ($any_round and round = ''))
order by indicator, round
