-- Which enterprises take part in which round, and where do they stand?
--
-- row:    one enterprise of one round
-- asks:   nothing
-- gives:  round, arm, enterprise, region, province, prefecture, county, sector, size, first_month, last_month, exited

select
    round,
    arm,
    enterprise,
    region,
    province,
    prefecture,
    county,
    sector,
    size,
    min(month) as first_month,
    max(month) as last_month,
    max(exited) as exited
from panel
group by round, arm, enterprise, region, province, prefecture, county, sector, size
order by round, arm, enterprise
