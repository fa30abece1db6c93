"""Names in the order in which a reader looks for them."""

from outcomes.engine import by_name

PLACES = ("吴兴区", "南浔区", "德清县", "长兴县", "安吉县", "衢州市", "重庆市", "成都市")


def test_chinese_names_stand_by_pinyin_not_by_the_numbers_of_their_letters():
    told = by_name(PLACES, "zh")
    # ān, cháng, chéng, chóng, dé, nán, qú, wú
    assert told == ("安吉县", "长兴县", "成都市", "重庆市", "德清县", "南浔区", "衢州市", "吴兴区")
    assert told != tuple(sorted(PLACES))


def test_english_names_stand_by_the_alphabet_whatever_their_capitals():
    assert by_name(("Wuxing", "anji", "Deqing", "Anji"), "en") == ("Anji", "anji", "Deqing", "Wuxing")


def test_each_name_stands_once_and_none_is_lost():
    assert by_name(("b", "a", "b"), "en") == ("a", "b")
    assert sorted(by_name(PLACES * 2, "zh")) == sorted(PLACES)
