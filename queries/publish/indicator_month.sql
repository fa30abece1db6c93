-- What does each enterprise contribute to each indicator, month by month?
--
-- row:    one enterprise of one round in one month, for one indicator
-- asks:   nothing
-- gives:  indicator, kind, scale, round, arm, enterprise, region, sector, size, month, phase, due, exited, numerator,
--         denominator, log_index
--
-- The one place where a measure becomes part of an indicator. Numerator and denominator are there together or not at
-- all: silence is neither safety nor zero. log_index is the logarithm of the month's own ratio over the enterprise's
-- own baseline, so that pieces and metres are never added up.

with parts as (
    select
        indicator.indicator,
        indicator.kind,
        indicator.scale,
        panel.round,
        panel.arm,
        panel.enterprise,
        panel.region,
        panel.sector,
        panel.size,
        panel.month,
        panel.phase,
        panel.due,
        panel.exited,
        case
            when indicator.kind = 'coverage' and panel.due then case when panel.sent then 1.0 else 0.0 end
            else top.value
        end as numerator,
        case
            when indicator.kind = 'coverage' and panel.due then 1.0
            else bottom.value
        end as denominator
    from panel
    cross join indicator
    left join observation as top
        on top.measure = indicator.numerator
        and top.enterprise = panel.enterprise
        and top.month = panel.month
    left join observation as bottom
        on bottom.measure = indicator.denominator
        and bottom.enterprise = panel.enterprise
        and bottom.month = panel.month
),

complete as (
    select
        indicator,
        kind,
        cast(scale as double) as scale,
        round,
        arm,
        enterprise,
        region,
        sector,
        size,
        month,
        phase,
        due,
        exited,
        cast(case when denominator is not null then numerator end as double) as numerator,
        cast(case when numerator is not null then denominator end as double) as denominator
    from parts
),

own_baseline as (
    select
        indicator,
        round,
        enterprise,
        sum(numerator) / nullif(sum(denominator), 0) as ratio
    from complete
    where kind = 'own_baseline_index'
        and phase = 'baseline'
    group by indicator, round, enterprise
)

select
    complete.indicator,
    complete.kind,
    complete.scale,
    complete.round,
    complete.arm,
    complete.enterprise,
    complete.region,
    complete.sector,
    complete.size,
    complete.month,
    complete.phase,
    complete.due,
    complete.exited,
    complete.numerator,
    complete.denominator,
    case
        when complete.numerator > 0 and complete.denominator > 0 and own_baseline.ratio > 0
            then ln(complete.numerator / complete.denominator / own_baseline.ratio)
    end as log_index
from complete
left join own_baseline
    on own_baseline.indicator = complete.indicator
    and own_baseline.round = complete.round
    and own_baseline.enterprise = complete.enterprise
order by complete.indicator, complete.round, complete.enterprise, complete.month
