-- How did the enterprises of a round move, one by one and without a name, where all of them have agreed to that?
--
-- row:    one enterprise, in the order of its own value, so that no place is the same enterprise in two indicators
-- asks:   indicators, rounds
-- gives:  indicator, round, place, before, after
--
-- Only of a round in which every pilot enterprise consents to be named, and from five of them on.

select
    indicator,
    round,
    place,
    before,
    after
from public_dot
where list_contains($indicators, indicator)
    and list_contains($rounds, round)
order by indicator, round, place
