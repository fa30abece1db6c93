-- What did inspectors and consultants say of their own role, as far as the public may know?
--
-- row:    one theme, before or after, in one round; or one quotation of it
-- asks:   minimum
-- gives:  round, test_wave, theme, role, said_en, said_zh, persons
--
-- The counting rows carry no quotation and are there from $minimum persons on; the quotations are those with consent.

with told as (
    select
        reflection.round,
        reflection.test_wave,
        reflection.theme,
        reflection.person,
        person.role,
        reflection.said_en,
        reflection.said_zh,
        reflection.quote_consent
    from reflection
    left join person
        on person.person = reflection.person
),

every as (
    select
        round,
        test_wave,
        theme,
        cast(null as varchar) as role,
        cast(null as varchar) as said_en,
        cast(null as varchar) as said_zh,
        count(distinct person) as persons
    from told
    group by round, test_wave, theme
    having count(distinct person) >= $minimum
    union all
    select
        round,
        test_wave,
        theme,
        role,
        said_en,
        said_zh,
        cast(null as bigint) as persons
    from told
    where quote_consent = 'yes'
        and (said_en is not null or said_zh is not null)
)

select
    round,
    test_wave,
    theme,
    role,
    said_en,
    said_zh,
    persons
from every
order by round, test_wave, theme, persons, role, said_en, said_zh
