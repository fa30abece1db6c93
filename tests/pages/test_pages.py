"""Every page through the door a reader uses: each language, each reader, hardly any data, and a new indicator file."""

import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from outcomes import store
from outcomes.ui import menu

ROOT = Path(__file__).parents[2]
FRAME = str(ROOT / "outcomes" / "ui" / "main.py")
HANZI = re.compile(r"[\u4e00-\u9fff]")
FAILED = ("could not be drawn", "无法显示")


def opened(path: str, data: Path, monkeypatch, lang: str = "en", who: str = "director", **address) -> AppTest:
    monkeypatch.setenv("OUTCOMES_DATA", str(data))
    monkeypatch.setenv("OUTCOMES_SCOPE", who)
    at = AppTest.from_file(FRAME, default_timeout=60)
    for key, value in {"lang": lang, **address}.items():
        at.query_params[key] = value
    at.run()
    return at.switch_page(str(ROOT / "pages" / path)).run()


def text_of(at: AppTest) -> str:
    parts = [*at.title, *at.subheader, *at.markdown, *at.caption]
    return "\n".join(part.value for part in parts).replace("\\", "")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("path", [entry.path for entry in menu.ENTRIES])
def test_each_page_opens_in_each_language(path, lang, published_store, monkeypatch):
    at = opened(path, published_store, monkeypatch, lang)
    assert not at.exception
    assert bool(HANZI.search(at.title[0].value)) == (lang == "zh")
    assert not any(words in text_of(at) for words in FAILED)


@pytest.mark.parametrize("path", [entry.path for entry in menu.ENTRIES if entry.public])
def test_the_public_opens_its_pages_and_sees_no_enterprise(path, published_store, monkeypatch):
    at = opened(path, published_store, monkeypatch, who="public")
    assert not at.exception
    assert not any(words in text_of(at) for words in FAILED)
    figures = "".join(chart.proto.spec for chart in at.get("plotly_chart"))
    assert not re.search(r"\b(NX|SC|HZ)-\d\d\b", text_of(at) + figures)


@pytest.mark.parametrize("path", [entry.path for entry in menu.ENTRIES])
def test_an_officer_sees_only_the_own_region(path, published_store, monkeypatch):
    at = opened(path, published_store, monkeypatch, who="officer:510100")
    assert not at.exception
    figures = "".join(chart.proto.spec for chart in at.get("plotly_chart"))
    assert not re.search(r"\b(NX|HZ)-\d\d\b", text_of(at) + figures)


def test_an_officer_who_asks_for_another_region_is_told_so(published_store, monkeypatch):
    at = opened("results/safety.py", published_store, monkeypatch, who="officer:510100", region="330503")
    assert "outside your own regions" in text_of(at)
    assert "NX-" not in text_of(at)


def test_the_public_menu_has_no_page_for_data(published_store, monkeypatch):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        opened("data/receive.py", published_store, monkeypatch, who="public")


@pytest.mark.parametrize("path", ["impact/overview.py", "results/safety.py", "results/productivity.py"])
def test_demonstration_data_say_so_by_the_manifests_word(path, published_store, monkeypatch):
    at = opened(path, published_store, monkeypatch)
    assert "Demonstration data" in text_of(at)


@pytest.mark.parametrize("path", [entry.path for entry in menu.ENTRIES])
def test_without_any_snapshot_a_page_says_what_to_do(path, tmp_path, monkeypatch):
    at = opened(path, tmp_path / "nothing", monkeypatch)
    assert not at.exception
    assert at.title[0].value
    assert not any(words in text_of(at) for words in FAILED)


@pytest.mark.parametrize(
    "address",
    [
        {"region": "990000", "round": "nope", "sector": "Z9", "size": "huge", "from": "9999-99", "to": "x"},
        {"lang": "fr"},
        {"from": "2015-10", "to": "2014-01"},
        {"round": "'; drop table panel; --"},
        {"region": "<script>alert(1)</script>"},
    ],
)
def test_an_address_that_means_nothing_falls_back_to_what_there_is(address, published_store, monkeypatch):
    at = opened("results/safety.py", published_store, monkeypatch, **address)
    assert not at.exception
    assert not any(words in text_of(at) for words in FAILED)


def test_a_filter_in_the_address_is_the_one_on_the_page(published_store, monkeypatch):
    at = opened("results/safety.py", published_store, monkeypatch, round="SC-P1", region="510100")
    assert at.selectbox(key="w_round").value == "SC-P1"
    assert at.selectbox(key="w_region").value == "510100"


def test_choosing_a_round_narrows_what_is_offered_after_it(published_store, monkeypatch):
    at = opened("results/safety.py", published_store, monkeypatch)
    sectors = at.selectbox(key="w_sector").options
    at.selectbox(key="w_round").select("SC-P1").run()
    assert at.selectbox(key="w_sector").options != sectors
    assert at.query_params["round"] in ("SC-P1", ["SC-P1"])


def test_a_new_ratio_indicator_is_one_file_and_is_on_the_pages(published_store, tmp_path, monkeypatch):
    folder = Path(shutil.copytree(ROOT / "queries", tmp_path / "queries"))
    monkeypatch.setenv("OUTCOMES_QUERIES", str(folder))
    text = (folder / "indicators" / "absenteeism.toml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^numerator\s*=.*$", 'numerator = "leavers"', text)
    text = re.sub(r"(?m)^denominator\s*=.*$", 'denominator = "women_workers"', text)
    text = re.sub(r"(?m)^code\s*=.*$", 'code = "NEW_ONE"', text)
    text = re.sub(r'(?ms)(\[short\]\s*\nen\s*=\s*)"[^"]*"', r'\1"Leavers per woman"', text)
    text = re.sub(r'(?ms)(\[title\]\s*\nen\s*=\s*)"[^"]*"', r'\1"Leavers per woman employed"', text)
    (folder / "indicators" / "leavers_per_woman.toml").write_text(text, encoding="utf-8")
    guide = opened("about/indicators.py", published_store, monkeypatch)
    assert any("Leavers per woman employed" in box.label.replace("\\", "") for box in guide.expander)
    overview = opened("impact/overview.py", published_store, monkeypatch)
    drawn = "".join(chart.proto.spec for chart in overview.get("plotly_chart"))
    assert "Leavers per woman" in drawn


def test_a_damaged_snapshot_is_not_shown_the_last_good_one_is_with_a_warning(own_store, tmp_path, monkeypatch):
    place = store.Store(own_store)
    good = place.current()
    newer = place.open(good)
    draft = store.Draft(
        trees={
            tree: {
                name: store.TableDraft(newer.read(tree, name), newer.manifest["tables"][tree][name]["sort"])
                for name in newer.tables(tree)
            }
            for tree in ("internal", "public")
        },
        facts={**newer.manifest["facts"], "note": "second"},
    )
    second = place.publish(draft, good)
    victim = next((own_store / "snapshots" / second / "internal" / "observation").glob("*.parquet"))
    victim.chmod(0o644)
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.write_bytes(data)
    at = opened("results/safety.py", own_store, monkeypatch)
    assert any(
        second[-6:] in error.value.replace("\\", "") or second in error.value.replace("\\", "") for error in at.error
    )
    assert "injuries before" in text_of(at)
