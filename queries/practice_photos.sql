-- Which photos were taken of an improvement action?
--
-- row:    one photo
-- asks:   card
-- gives:  photo, card, media_kind, taken_on, photo_consent

select
    photo,
    action as card,
    media_kind,
    taken_on,
    photo_consent
from media
where action = $card
order by media_kind desc, taken_on, photo
