"""The sentences of a brief that are no figures: what must be known before it is quoted, and how it is read."""

from outcomes.exhibits import Asked, Exhibit, evidence, registry
from outcomes.exhibits.change import Change


def caveats(asked: Asked, told: list[Change], main: Exhibit) -> list[str]:
    """No comparison group, few enterprises, missing reports, many measures at once: each with its numbers."""
    found = []
    if asked.db.snapshot.is_demonstration:
        found.append(asked.say("paper.caveat_demonstration"))
    if asked.is_public:
        open_yet = registry.build(asked, "cannot-say", None)
        found += [asked.say("paper.caveat_public"), asked.say("paper.caveat_before_after")]
        return found if open_yet.state else [*found, _ended(asked, open_yet.title)]
    compared = any(row["arm"] == "comparison" for row in asked.kept)
    found.append(asked.say("paper.caveat_comparison" if compared else "paper.caveat_no_comparison"))
    if told:
        many = max(change.n for change in told)
        found.append(asked.say("paper.caveat_few", n=many))
        several = evidence.several(asked, told)
        if not several.state:
            found.append(_ended(asked, several.title))
    left = sum(row["exited"] is not None for row in asked.pilots)
    if left:
        found.append(asked.say("paper.caveat_left", n=left))
    found += [_ended(asked, text) for text in main.lineage.left_out_why] if main.lineage else []
    return found


def reading(asked: Asked, has_forest: bool, has_tiles: bool) -> list[str]:
    """How what stands here is read; the dots of enterprises stand in the tiles alone."""
    keys = ["interval", "words", "n"] * has_forest + ["dots"] * has_tiles + ["zero"]
    return [asked.say(f"paper.read_{key}") for key in keys]


def notes(asked: Asked, shown: Exhibit) -> list[str]:
    """The notes for one line, with dots between them instead of full stops."""
    return [note.rstrip(asked.say("ui.full_stop")) for note in shown.notes]


def _ended(asked: Asked, text: str) -> str:
    stop = asked.say("ui.full_stop")
    return text if text.endswith(stop) else text + stop
