-- Which files were accepted so far?
--
-- row:    one file
-- asks:   nothing
-- gives:  submission, name, number
--
-- An officer's database holds none: a file's name may name enterprises of other regions.

select
    submission,
    name,
    number
from submission
order by number
