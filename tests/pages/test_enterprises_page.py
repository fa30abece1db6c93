"""The page of enterprises: a table of all, one of them by its code in the address, a sentence for a code of nobody."""

import pytest

from tests.pages.test_pages import FAILED, opened, text_of

PAGE = "places/enterprises.py"
ONE = {"en": ("NX-07: General-purpose machinery, small, Nanxun", "Back to all enterprises"),
       "zh": ("NX-07：通用设备制造业，小型，南浔区", "返回全部企业")}  # fmt: skip


def html(at) -> str:
    return "".join(element.proto.body for element in at.get("html"))


def test_the_table_has_a_row_an_enterprise_and_a_picture_of_its_months(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch)
    (table,) = at.dataframe
    assert list(table.value["Enterprise"]) == [f"NX-{n:02d}" for n in range(1, 11)]
    assert table.value["Month by month"].str.startswith("data:image/svg+xml;base64,").all()
    assert list(table.value["Months"])[-1] == "13/14"
    assert table.value["Points"].iloc[7] == pytest.approx(-23.2, abs=0.05)
    assert len(at.get("plotly_chart")) == 2  # the dumbbell, and the one for a phone


def test_rounds_are_named_in_the_table_only_when_there_are_several(published_store, monkeypatch):
    assert "Round" not in opened(PAGE, published_store, monkeypatch).dataframe[0].value
    several = opened(PAGE, published_store, monkeypatch, round="all").dataframe[0].value
    assert set(several["Round"]) == {"Nanxun 2015, first round", "Sichuan, phase 1"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_link_to_one_enterprise_opens_its_profile_and_the_button_leads_back(published_store, monkeypatch, lang):
    at = opened(PAGE, published_store, monkeypatch, lang=lang, enterprise="NX-07")
    finding, back = ONE[lang]
    assert at.title[0].value.replace("\\", "") == finding
    assert not at.dataframe
    assert html(at).count('role="group"') == 22
    button = at.button(key="w_back")
    assert button.label.replace("\\", "") == back
    button.click().run()
    assert len(at.dataframe) == 1
    assert "enterprise" not in at.query_params


def test_a_profile_stays_open_when_a_filter_leaves_it_out_and_says_so(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, enterprise="NX-07")
    at.selectbox(key="w_sector").select("C38").run()
    assert at.title[0].value.replace("\\", "").startswith("NX-07")
    assert "The filters leave this enterprise out" in text_of(at)
    assert at.query_params["enterprise"] in ("NX-07", ["NX-07"])


@pytest.mark.parametrize(("who", "code"), [("director", "ZZ-99"), ("officer:510100", "NX-07")])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_code_of_nobody_that_the_reader_may_see_is_a_sentence(published_store, monkeypatch, lang, who, code):
    at = opened(PAGE, published_store, monkeypatch, lang=lang, who=who, enterprise=code)
    assert not at.exception
    assert ("There is no enterprise" if lang == "en" else "可查看的企业中没有") in text_of(at)
    assert not any(words in text_of(at) for words in FAILED)
    assert not at.get("html") or 'role="group"' not in html(at)
    assert at.button(key="w_back")


def test_reset_takes_the_filters_away_and_leaves_the_enterprise_open(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, enterprise="NX-07", sector="C34")
    at.button(key="w_reset").click().run()
    assert at.selectbox(key="w_sector").value == "all"
    assert at.title[0].value.replace("\\", "").startswith("NX-07")


def test_a_code_may_have_blanks_and_brackets_as_a_workbook_may(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, enterprise="Works 7/2 (B)")
    assert "There is no enterprise “Works 7/2 (B)”" in text_of(at)


def test_an_address_that_is_no_code_is_the_list(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, enterprise="<b>NX-07</b>")
    assert len(at.dataframe) == 1


def test_every_indicator_has_its_table_or_a_sentence(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch)
    for code in at.selectbox(key="w_indicator").options:
        at.selectbox(key="w_indicator").select(code).run()
        assert not at.exception
        assert not any(words in text_of(at) for words in FAILED), code


def test_filters_that_leave_nobody_or_too_few_are_said(published_store, monkeypatch):
    few = opened(PAGE, published_store, monkeypatch, sector="C38")
    assert "fewer than 3 enterprises" in text_of(few)
    assert not few.dataframe


def test_the_public_has_no_such_page(published_store, monkeypatch):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        opened(PAGE, published_store, monkeypatch, who="public")
