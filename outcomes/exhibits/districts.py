"""The districts of a choice, each with its change, under their prefecture: what may be shown of them is decided here."""

from dataclasses import dataclass, replace

from outcomes import disclosure, readings, reference
from outcomes.exhibits import tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import Change, change_of

EVERYWHERE = ""  # what provinces are put under
MOST = 30  # more districts than this are told by prefecture, more prefectures by province


@dataclass(frozen=True)
class District:
    """code: of a district or of what districts are put together to; pilots, others: enterprises enrolled, by arm.

    change: None without a pilot enterprise; hidden together with a smaller one, it says so in its reading.
    due, sent: enterprise-months of both periods.
    """

    code: str
    change: Change | None
    pilots: int
    others: int
    due: int
    sent: int


@dataclass(frozen=True)
class Group:
    """One prefecture: the whole of it, and its districts in the order of their codes, never of their values."""

    whole: District
    districts: tuple[District, ...]


def groups(asked: Asked, indicator_id: str) -> list[Group]:
    """The districts around the choice; a chosen district stands among those of its prefecture, as without a choice.

    What is hidden is decided among all regions, so that no choice of region shows what another one hides.
    """
    everywhere = asked.but(filters=asked.filters.but(region=None))
    around = _around(asked.filters.region)
    key = ("districts", everywhere.filters, everywhere.windows, indicator_id, around)
    return asked.db.keep(key, lambda: _grouped(everywhere, indicator_id, around))


def chosen(asked: Asked, told: list[Group]) -> District | None:
    """The district that the region filter names, as it may be shown beside the others."""
    every = [group.whole for group in told] + [one for group in told for one in group.districts]
    return next((one for one in every if one.code == asked.filters.region), None)


def name(asked: Asked, one: District, group: Group) -> str:
    """As a reader knows it: a district, all of a prefecture together, or what nobody gave a district for."""
    told = asked.region_name(one.code) if one.code != EVERYWHERE else asked.say("scene.all_regions")
    if one is group.whole:
        return asked.say("regions.whole", name=told)
    return asked.say("regions.not_stated", name=told) if one.code == group.whole.code else told


def shown(one: District) -> bool:
    """May its figures be printed at all?"""
    return one.change is not None and tell.shown(one.change)


def _around(region: str | None) -> str | None:
    """A district's prefecture; any wider choice is its own surroundings."""
    if region is None:
        return None
    province, prefecture, county = reference.path(region)
    return (prefecture or province) if county else region


def _grouped(asked: Asked, indicator_id: str, around: str | None) -> list[Group]:
    rows = asked.ask("pairs", [indicator_id]).rows
    near = {row["region"] for row in rows if around is None or around in reference.path(row["region"])}
    level = _level(near)
    indicator = asked.db.indicators[indicator_id]
    parents: dict[str, dict[str, list[dict]]] = {}
    for row in rows:
        parent, code = _places(row["region"], level)
        parents.setdefault(parent, {}).setdefault(code, []).append(row)
    told = []
    for parent, cells in sorted(parents.items()):
        whole = _district(indicator, parent, [row for cell in cells.values() for row in cell])
        told.append(Group(whole, tuple(_district(indicator, code, cell) for code, cell in sorted(cells.items()))))
    wanted = {_places(code, level)[0] for code in near}
    return [group for group in _guarded(told) if group.whole.code in wanted]


def _level(codes: set[str]) -> int:
    """How many steps of the path tell the places apart without being too many: 3 districts, 2 prefectures, 1 provinces."""
    for level in (3, 2):
        if len({_places(code, level)[1] for code in codes}) <= MOST:
            return level
    return 1


def _places(code: str, level: int) -> tuple[str, str]:
    """What a code is put under at this level, and its own place there; both are one where no more is known of it."""
    province, prefecture, county = reference.path(code)
    if level == 1:
        return EVERYWHERE, province
    if level == 2:
        return province, prefecture or province
    parent = prefecture or province
    return parent, county or parent


def _district(indicator, code: str, rows: list[dict]) -> District:
    pilots = [row for row in rows if row["arm"] == "pilot"]
    return District(
        code,
        change_of(indicator, pilots) if pilots else None,
        len(pilots),
        len(rows) - len(pilots),
        due=sum(row["before_due"] + row["after_due"] for row in pilots),
        sent=sum(min(row[f"{side}_months"], row[f"{side}_due"]) for row in pilots for side in ("before", "after")),
    )


def _guarded(told: list[Group]) -> list[Group]:
    """A total less the parts shown gives none of the hidden ones away; parts of a hidden total are hidden with it."""
    wholes = _hidden_wholes(_sizes([group.whole for group in told]))
    safe = []
    for group in told:
        inside = disclosure.hidden_together(_sizes(group.districts), readings.FEWEST_TO_SHOW)
        if group.whole.code in wholes:
            inside = frozenset(one.code for one in group.districts)
        safe.append(Group(_hide(group.whole, wholes), tuple(_hide(one, inside) for one in group.districts)))
    return safe


def _hidden_wholes(sizes: dict[str, int]) -> frozenset[str]:
    """Prefectures have two totals over them: their province's, and that of all provinces."""
    provinces: dict[str, dict[str, int]] = {}
    for code, size in sizes.items():
        provinces.setdefault(code[:2], {})[code] = size
    all_of = {province: sum(cells.values()) for province, cells in provinces.items()}
    wide = disclosure.hidden_together(all_of, readings.FEWEST_TO_SHOW)
    hidden = [
        cells if province in wide else disclosure.hidden_together(cells, readings.FEWEST_TO_SHOW)
        for province, cells in provinces.items()
    ]
    return frozenset().union(*hidden)


def _sizes(districts) -> dict[str, int]:
    return {one.code: one.change.n for one in districts if one.change}


def _hide(one: District, codes: frozenset[str]) -> District:
    if one.code not in codes or one.change is None or one.change.reading.code in ("hidden", "no_data"):
        return one
    return replace(one, change=replace(one.change, reading=readings.BESIDE))
