-- What did each person score in the tests of an event?
--
-- row:    one test of one person at one event
-- asks:   rounds, any_round, region, since, until
-- gives:  event, person, test_wave, item_bank, score, score_max, submission, sheet, row, cells
--
-- Tests on other items are other tests: item_bank says which items they were.

select
    test.event,
    test.person,
    test.test_wave,
    test.item_bank,
    test.score,
    test.score_max,
    test.submission,
    test.sheet,
    test.row as row,
    test.cells
from test
inner join event
    on event.event = test.event
where (list_contains($rounds, event.round) or (event.round is null and $any_round))
    and (
        $region = ''
        or $region = event.region
        or $region = event.province
        or $region = event.prefecture
        or $region = event.county
    )
    and cast(date_trunc('month', event.ends_on) as date) between $since and $until
order by event.starts_on, test.event, test.person, test.test_wave
