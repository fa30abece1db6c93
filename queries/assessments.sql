-- Which items of the checklist were in place in each enterprise, before and after?
--
-- row:    one item in one pilot enterprise of one round that was assessed at all
-- asks:   rounds, regions, sectors, sizes
-- gives:  round, enterprise, practice, modules, practice_en, practice_zh, before_answer, after_answer, after_wave,
--         assessed_on, before_submission, before_sheet, before_row, before_cells, submission, sheet, row, cells
--
-- After is the latest assessment that is no baseline, as for the indicator (queries/publish/record_unit.sql): an item
-- that does not apply has no answer there, and an enterprise without a later visit has no after.

with told as (
    select
        assessment.round,
        assessment.enterprise,
        assessment.practice,
        assessment.wave,
        assessment.answer,
        assessment.assessed_on,
        assessment.submission,
        assessment.sheet,
        assessment.row,
        assessment.cells,
        row_number() over (
            partition by
                assessment.round,
                assessment.enterprise,
                assessment.practice,
                case when assessment.wave = 'baseline' then 0 else 1 end
            order by
                case when assessment.answer = 'na' then 1 else 0 end,
                assessment.assessed_on desc,
                assessment.wave
        ) as place
    from assessment
    inner join enterprise
        on enterprise.enterprise = assessment.enterprise
    inner join enrolment
        on enrolment.round = assessment.round
        and enrolment.enterprise = assessment.enterprise
        and enrolment.arm = 'pilot'
    where list_contains($rounds, assessment.round)
        and list_contains($regions, enterprise.region)
        and list_contains($sectors, enterprise.sector)
        and list_contains($sizes, enterprise.size)
),

sides as (
    select
        round,
        enterprise,
        practice,
        max(case when wave = 'baseline' then answer end) as before_answer,
        max(case when wave = 'baseline' then submission end) as before_submission,
        max(case when wave = 'baseline' then sheet end) as before_sheet,
        max(case when wave = 'baseline' then row end) as before_row,
        max(case when wave = 'baseline' then cells end) as before_cells,
        max(case when wave <> 'baseline' then answer end) as after_answer,
        max(case when wave <> 'baseline' then wave end) as after_wave,
        max(case when wave <> 'baseline' then assessed_on end) as assessed_on,
        max(case when wave <> 'baseline' then submission end) as submission,
        max(case when wave <> 'baseline' then sheet end) as sheet,
        max(case when wave <> 'baseline' then row end) as row,
        max(case when wave <> 'baseline' then cells end) as cells
    from told
    where place = 1
    group by round, enterprise, practice
)

select
    sides.round,
    sides.enterprise,
    sides.practice,
    practice.modules,
    practice.practice_en,
    practice.practice_zh,
    sides.before_answer,
    sides.after_answer,
    sides.after_wave,
    sides.assessed_on,
    sides.before_submission,
    sides.before_sheet,
    sides.before_row,
    sides.before_cells,
    sides.submission,
    sides.sheet,
    sides.row,
    sides.cells
from sides
inner join practice
    on practice.practice = sides.practice
order by practice.modules, sides.practice, sides.round, sides.enterprise
