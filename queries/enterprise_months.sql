-- What does each enterprise report for an indicator, month by month?
--
-- row:    one enterprise of one round in one month, for one indicator
-- asks:   indicators, rounds, regions, sectors, sizes, first_month, last_month
-- gives:  indicator, round, arm, enterprise, region, sector, size, month, phase, due, sent, numerator, denominator, value
--
-- Every month of the round has its row: without both parts its value is empty, never a zero. sent says whether any
-- figure of the month came at all. An index is the month's own ratio over the enterprise's own baseline; a month in
-- which nothing was made has no ratio, as in queries/trend.sql.

select
    indicator_month.indicator,
    indicator_month.round,
    indicator_month.arm,
    indicator_month.enterprise,
    indicator_month.region,
    indicator_month.sector,
    indicator_month.size,
    indicator_month.month,
    indicator_month.phase,
    indicator_month.due,
    panel.sent,
    indicator_month.numerator,
    indicator_month.denominator,
    case
        when indicator_month.kind = 'own_baseline_index' then indicator_month.scale * exp(indicator_month.log_index)
        else indicator_month.scale * indicator_month.numerator / nullif(indicator_month.denominator, 0)
    end as value
from indicator_month
inner join panel
    on panel.round = indicator_month.round
    and panel.enterprise = indicator_month.enterprise
    and panel.month = indicator_month.month
where list_contains($indicators, indicator_month.indicator)
    and list_contains($rounds, indicator_month.round)
    and list_contains($regions, indicator_month.region)
    and list_contains($sectors, indicator_month.sector)
    and list_contains($sizes, indicator_month.size)
    and indicator_month.month between $first_month and $last_month
order by
    indicator_month.indicator,
    indicator_month.round,
    indicator_month.arm,
    indicator_month.enterprise,
    indicator_month.month
