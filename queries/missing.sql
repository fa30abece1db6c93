-- Which enterprise-months are due and not sent?
--
-- row:    one enterprise of one round that owes at least one month
-- asks:   rounds, regions, sectors, sizes, first_month, last_month
-- gives:  round, arm, enterprise, months_due, months_missing, last_sent, exited

with member as (
    select
        round,
        arm,
        enterprise,
        month,
        due,
        sent,
        exited
    from panel
    where list_contains($rounds, round)
        and list_contains($regions, region)
        and list_contains($sectors, sector)
        and list_contains($sizes, size)
        and month between $first_month and $last_month
)

select
    round,
    arm,
    enterprise,
    count(*) filter (where due) as months_due,
    count(*) filter (where due and not sent) as months_missing,
    max(month) filter (where sent) as last_sent,
    max(exited) as exited
from member
group by round, arm, enterprise
having count(*) filter (where due and not sent) > 0 or max(exited) is not null
order by round, arm, enterprise
