-- Which files may the reader know by name?
--
-- row:    one file that was accepted
-- asks:   nothing
-- gives:  submission, name
--
-- An officer's database holds only the files of which every row lies in the own regions: a name may tell of others.

select
    submission,
    name
from submission
order by submission
