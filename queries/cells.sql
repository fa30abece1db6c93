-- Which cell of which file does each figure of an enterprise-month come from?
--
-- row:    one enterprise of one round in one month that counts for an indicator
-- asks:   indicators, rounds, regions, sectors, sizes, first_month, last_month, before_phases, after_phases,
--         months_apart
-- gives:  indicator, round, arm, enterprise, month, phase, side, in_series, numerator, numerator_submission,
--         numerator_sheet, numerator_row, numerator_column, denominator, denominator_submission, denominator_sheet,
--         denominator_row, denominator_column, enrolment_submission, enrolment_sheet, enrolment_row, enrolment_cells
--
-- side is what queries/pairs.sql puts the month on, empty where it puts it on none. in_series: is it among the months
-- that queries/trend.sql counts as reporting? For coverage a month that came has the first cell of its row, and every
-- month due the row of the enrolment by which it is due; a month that did not come has that row alone.

with dated as (
    select
        indicator_month.indicator,
        indicator_month.kind,
        indicator_month.round,
        indicator_month.arm,
        indicator_month.enterprise,
        indicator_month.month,
        indicator_month.phase,
        indicator_month.numerator,
        indicator_month.denominator,
        indicator_month.log_index,
        extract(year from indicator_month.month) * 12 + extract(month from indicator_month.month) as place,
        case
            when list_contains($before_phases, indicator_month.phase) then 'before'
            when list_contains($after_phases, indicator_month.phase) then 'after'
        end as side,
        row_number() over (
            partition by
                indicator_month.indicator, indicator_month.arm, indicator_month.enterprise, indicator_month.month
            order by indicator_month.round desc
        ) as later_first
    from indicator_month
    where list_contains($indicators, indicator_month.indicator)
        and list_contains($rounds, indicator_month.round)
        and list_contains($regions, indicator_month.region)
        and list_contains($sectors, indicator_month.sector)
        and list_contains($sizes, indicator_month.size)
        and indicator_month.month between $first_month and $last_month
),

partner as (
    select distinct
        round,
        side,
        place
    from dated
    where side is not null
),

counted as (
    select
        dated.indicator,
        dated.kind,
        dated.round,
        dated.arm,
        dated.enterprise,
        dated.month,
        dated.phase,
        case when $months_apart = 0 or partner.side is not null then dated.side end as side,
        dated.later_first = 1 and (dated.kind <> 'own_baseline_index' or dated.log_index is not null) as in_series,
        dated.numerator,
        dated.denominator
    from dated
    left join partner
        on partner.round = dated.round
        and partner.side <> dated.side
        and partner.place = dated.place + case when dated.side = 'before' then $months_apart else -$months_apart end
    where dated.numerator is not null
),

first_cell as (
    select
        enterprise,
        month,
        submission,
        sheet,
        "row",
        "column"
    from observation
    where exists (select 1 from counted where counted.kind = 'coverage')
    qualify row_number() over (
        partition by enterprise, month
        order by length("column"), "column", received_on desc, submission, sheet, "row"
    ) = 1
)

select
    counted.indicator,
    counted.round,
    counted.arm,
    counted.enterprise,
    counted.month,
    counted.phase,
    counted.side,
    counted.in_series,
    counted.numerator,
    coalesce(top.submission, first_cell.submission) as numerator_submission,
    coalesce(top.sheet, first_cell.sheet) as numerator_sheet,
    coalesce(top."row", first_cell."row") as numerator_row,
    coalesce(top."column", first_cell."column") as numerator_column,
    counted.denominator,
    bottom.submission as denominator_submission,
    bottom.sheet as denominator_sheet,
    bottom."row" as denominator_row,
    bottom."column" as denominator_column,
    enrolment.submission as enrolment_submission,
    enrolment.sheet as enrolment_sheet,
    enrolment."row" as enrolment_row,
    enrolment.cells as enrolment_cells
from counted
inner join indicator
    on indicator.indicator = counted.indicator
left join observation as top
    on top.measure = indicator.numerator
    and top.enterprise = counted.enterprise
    and top.month = counted.month
left join observation as bottom
    on bottom.measure = indicator.denominator
    and bottom.enterprise = counted.enterprise
    and bottom.month = counted.month
left join first_cell
    on counted.kind = 'coverage'
    and first_cell.enterprise = counted.enterprise
    and first_cell.month = counted.month
left join enrolment
    on counted.kind = 'coverage'
    and enrolment.round = counted.round
    and enrolment.enterprise = counted.enterprise
order by
    counted.indicator,
    counted.round,
    case when counted.arm = 'pilot' then 0 else 1 end,
    counted.enterprise,
    counted.month
