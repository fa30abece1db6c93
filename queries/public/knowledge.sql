-- What was known before and after, on average, as far as everybody may know?
--
-- row:    one round
-- asks:   rounds
-- gives:  round, before, after, pairs, improved, worsened, persons, suppressed

select
    round,
    before,
    after,
    pairs,
    improved,
    worsened,
    persons,
    suppressed
from public_record
where indicator = 'knowledge_gain'
    and list_contains($rounds, round)
order by round
