-- What do inspectors and consultants say of their role, as far as everybody may know?
--
-- row:    one theme before or after in one round, with how many spoke of it; or one quotation of it
-- asks:   rounds
-- gives:  round, test_wave, theme, role, said_en, said_zh, persons

select
    round,
    test_wave,
    theme,
    role,
    said_en,
    said_zh,
    persons
from public_reflection
where list_contains($rounds, round)
order by round, test_wave, theme, persons, role, said_en, said_zh
