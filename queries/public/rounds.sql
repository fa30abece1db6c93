-- Which pilot rounds are there, and when did they run?
--
-- row:    one round
-- asks:   nothing
-- gives:  round, name_en, name_zh, data_kind, region, modules, baseline_start, training_start, training_end, sharing_date

select
    round,
    name_en,
    name_zh,
    data_kind,
    region,
    modules,
    baseline_start,
    training_start,
    training_end,
    sharing_date
from round
order by training_start, round
