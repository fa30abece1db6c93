-- What changed in each round, before and after, as far as everybody may know?
--
-- row:    one monthly indicator of one round, over its whole pilot arm and with the usual windows
-- asks:   indicators, rounds
-- gives:  indicator, round, n, reporting, enrolled, coverage, before, after, after_low, after_high, scale, estimate, low,
--         high, no_upper_end, confidence, p, method, warnings, rose, fell, same, reading, reason, before_from, before_to,
--         after_from, after_to, suppressed
--
-- Computed at publication by the code that tells the same inside. Of a row that is suppressed every figure is empty.

select
    indicator,
    round,
    n,
    reporting,
    enrolled,
    coverage,
    before,
    after,
    after_low,
    after_high,
    scale,
    estimate,
    low,
    high,
    no_upper_end,
    confidence,
    p,
    method,
    warnings,
    rose,
    fell,
    same,
    reading,
    reason,
    before_from,
    before_to,
    after_from,
    after_to,
    suppressed
from public_outcome
where list_contains($indicators, indicator)
    and list_contains($rounds, round)
order by indicator, round
