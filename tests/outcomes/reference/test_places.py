"""Tiles stand where the districts lie to each other; nothing that has no place is lost."""

from collections import Counter

from outcomes import reference
from outcomes.reference.places import _tiles


def test_no_two_districts_of_a_prefecture_share_a_tile_and_each_is_a_county_on_the_list():
    known = reference.regions()
    assert all(known[code].level == "county" and known[code].now == code for code in _tiles())
    assert max(Counter((code[:4], *place) for code, place in _tiles().items()).values()) == 1


def test_all_districts_of_today_in_the_pilot_prefectures_have_a_tile():
    for prefecture in ("330500", "510100"):
        assert {region.code for region in reference.children(prefecture)} <= set(_tiles())


def test_nanxun_lies_east_of_wuxing_and_deqing_south_of_it():
    placed = reference.tiles(["330502", "330503", "330521"])
    assert placed["330503"][0] > placed["330502"][0]
    assert placed["330521"][1] > placed["330502"][1]


def test_the_first_column_and_row_are_those_of_the_districts_shown():
    assert reference.tiles(["510112"]) == {"510112": (0, 0)}


def test_districts_without_a_place_follow_below_in_the_order_of_their_codes():
    placed = reference.tiles(["330503", "990103", "990101", "330502"])
    assert placed["330503"][1] == placed["330502"][1] == 0
    assert [placed["990101"], placed["990103"]] == [(0, 1), (1, 1)]
    assert len(set(reference.tiles([f"99{n:04d}" for n in range(11)]).values())) == 11


def test_only_districts_in_the_midst_of_the_others_are_between_them():
    assert reference.between(["330522", "330503"]) == {"330502": (1, 0)}
    assert reference.between(["330503"]) == {}
