-- Which rows of the programme's record answer for an indicator, under this choice?
--
-- row:    one unit that counts for one record indicator (queries/publish/record_unit.sql)
-- asks:   indicators, rounds, any_round, region, regions, sectors, sizes, narrowed, since, until
-- gives:  indicator, unit, round, arm, enterprise, region, sector, size, person, month, numerator, denominator, before,
--         after, is_estimate, submission, file, sheet, row, cells, before_submission, before_file, before_sheet, before_row,
--         before_cells
--
-- A unit of an enterprise follows the enterprise's place, sector and size, and only the pilots count. A unit without an
-- enterprise follows the place of its event; it has no sector or size, so it is left out once one of them is chosen
-- ($narrowed). $any_round lets in what belongs to no round. A unit without a month (a person, an enrolment) always
-- counts. Unlike the monthly figures the record is not bounded by the months that were sent: a meeting may come a year later.

select
    record_unit.indicator,
    record_unit.unit,
    record_unit.round,
    record_unit.arm,
    record_unit.enterprise,
    record_unit.region,
    record_unit.sector,
    record_unit.size,
    record_unit.person,
    record_unit.month,
    record_unit.numerator,
    record_unit.denominator,
    record_unit.before,
    record_unit.after,
    record_unit.is_estimate,
    record_unit.submission,
    submission.name as file,
    record_unit.sheet,
    record_unit.row,
    record_unit.cells,
    record_unit.before_submission,
    earlier.name as before_file,
    record_unit.before_sheet,
    record_unit.before_row,
    record_unit.before_cells
from record_unit
left join submission
    on submission.submission = record_unit.submission
left join submission as earlier
    on earlier.submission = record_unit.before_submission
where list_contains($indicators, record_unit.indicator)
    and (list_contains($rounds, record_unit.round) or ($any_round and record_unit.round is null))
    and (record_unit.month is null or record_unit.month between $since and $until)
    and (
        (
            record_unit.enterprise is not null
            and record_unit.arm = 'pilot'
            and list_contains($regions, record_unit.region)
            and list_contains($sectors, record_unit.sector)
            and list_contains($sizes, record_unit.size)
        )
        or (
            record_unit.enterprise is null
            and not $narrowed
            and (
                $region = ''
                or $region = record_unit.region
                or $region = record_unit.province
                or $region = record_unit.prefecture
                or $region = record_unit.county
            )
        )
    )
order by
    record_unit.indicator,
    record_unit.round,
    record_unit.enterprise,
    record_unit.unit,
    record_unit.row
