-- What did inspectors and consultants say about their role, before and after?
--
-- row:    what one person said on one theme, before or after
-- asks:   rounds, region, since, until
-- gives:  round, person, role, test_wave, theme, said_on, said_en, said_zh, rating_enforcement, rating_prevention,
--         rating_service, quote_consent, submission, sheet, row, cells
--
-- A statement without a day belongs to its round and to every period.

select
    reflection.round,
    reflection.person,
    person.role,
    reflection.test_wave,
    reflection.theme,
    reflection.said_on,
    reflection.said_en,
    reflection.said_zh,
    reflection.rating_enforcement,
    reflection.rating_prevention,
    reflection.rating_service,
    reflection.quote_consent,
    reflection.submission,
    reflection.sheet,
    reflection.row as row,
    reflection.cells
from reflection
inner join round
    on round.round = reflection.round
left join person
    on person.person = reflection.person
where list_contains($rounds, reflection.round)
    and (
        $region = ''
        or $region = round.region
        or $region = concat(left(round.region, 4), '00')
        or $region = concat(left(round.region, 2), '0000')
    )
    and coalesce(cast(date_trunc('month', reflection.said_on) as date), $since) between $since and $until
order by reflection.round, reflection.person, reflection.test_wave, reflection.theme
