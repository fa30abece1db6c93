-- What has somebody remarked on an indicator, a month or an enterprise?
--
-- row:    one remark
-- asks:   nothing
-- gives:  indicator, round, month, enterprise, remark_en, remark_zh, remark_by, remarked_on
--
-- All of them at once, since they are few: a page picks its own. A remark without a round is about all of them, one
-- without an enterprise about all enterprises.

select
    indicator,
    round,
    month,
    enterprise,
    remark_en,
    remark_zh,
    remark_by,
    remarked_on
from remark
order by indicator, month, round, enterprise, remarked_on, remark_by, remark_en
