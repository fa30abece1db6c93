"""The definitions by which an earlier snapshot was published: today's texts, the formula of that time."""

from dataclasses import replace

from outcomes.catalogue.indicator import Indicator

DEFINED = ("version", "kind", "numerator", "denominator", "scale")  # what makes two figures of one name comparable


def as_published(indicators: dict[str, Indicator], facts: dict) -> dict[str, Indicator]:
    """``indicators`` as the manifest whose ``facts`` these are tells them; without those that it did not know.

    What it knew and today's catalogue does not have has no texts any more, and is left out. An older manifest tells
    only the versions: then the formula is today's (see ``tells_formulas``).
    """
    told = facts.get("definitions")
    if told is None:
        versions = facts.get("catalogue")
        if versions is None:
            return dict(indicators)
        return {
            name: replace(one, version=versions.get(name, one.version))
            for name, one in indicators.items()
            if name in versions or one.of_record  # of the record nothing was told at that time
        }
    return {
        name: replace(one, **{field: told[name][field] for field in DEFINED if field in told[name]})
        for name, one in indicators.items()
        if name in told
    }


def dropped(indicators: dict[str, Indicator], facts: dict) -> list[str]:
    """What the manifest knew and ``indicators`` do not."""
    return sorted((facts.get("definitions") or facts.get("catalogue") or {}).keys() - indicators.keys())


def tells_formulas(facts: dict) -> bool:
    return "definitions" in facts


def definitions(before: dict[str, Indicator], after: dict[str, Indicator]) -> dict[str, tuple[str, ...]]:
    """Indicators that are not defined alike in both, with the fields that differ; none for one added or dropped."""
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(before.keys() | after.keys()):
        if name not in before or name not in after:
            found[name] = ()
        elif fields := tuple(one for one in DEFINED if getattr(before[name], one) != getattr(after[name], one)):
            found[name] = fields
    return found
