"""Stories: each fault is a sentence with its place, the rest is told; what is saved is what was put together."""

import pytest

from outcomes import slides
from outcomes.slides import StoryFault
from outcomes.slides.stories import ALONG

GOOD = """
round = "R1"
lead = "zh"
[title]
en = "A story"
zh = "故事"
[[page]]
part = "did"
exhibit = "events"
[[page]]
part = "changed"
exhibit = "run-chart"
indicator = "injury_frequency"
from = "2015-01"
window = "year-start"
[page.sentence]
en = 'She said "no" \\ and *left*'
zh = "“引号”"
"""


@pytest.fixture
def told(tmp_path):
    """``told(text)`` -> the story of a file with that text."""

    def read(text: str, name: str = "mine") -> slides.Story:
        (tmp_path / "stories").mkdir(exist_ok=True)
        (tmp_path / "stories" / f"{name}.toml").write_text(text, encoding="utf-8")
        return slides.read(tmp_path, name)

    return read


def test_what_is_saved_is_read_again_alike(told, tmp_path):
    story = told(GOOD)
    assert [page.exhibit for page in story.pages] == ["events", "run-chart"]
    slides.save(tmp_path, story)
    assert slides.read(tmp_path, "mine") == story


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        ('exhibit = "events"', 'exhibit = "balloons"', "page 1: there is no exhibit “balloons”"),
        ('part = "did"', 'part = "dance"', "page 1: part is “dance”"),
        ('indicator = "injury_frequency"', "", "page 2: “run-chart” is about an indicator"),
        (
            'exhibit = "events"',
            'exhibit = "events"\nindicator = "x"',
            "page 1: “events” is not about a single indicator",
        ),
        ('from = "2015-01"', 'from = "yesterday"', "page 2: "),
        ('window = "year-start"', 'window = "noon"', "page 2: "),
        ('exhibit = "events"', 'exhibit = "events"\ncolour = "red"', "page 1: “colour” is nothing a page knows"),
        ('exhibit = "events"', 'exhibit = "practice-card"\nnth = 0', "page 1: nth is “0”"),
        ('zh = "“引号”"', f'zh = "{"长" * 221}"', "page 2: “sentence” in “zh” has 221 letters; 220 fit"),
        ('zh = "“引号”"', 'fr = "mais non"', "page 2: “sentence” knows en and zh"),
    ],
)
def test_a_page_at_fault_is_told_with_its_place_and_the_other_one_stands(told, was, now, sentence):
    story = told(GOOD.replace(was, now, 1))
    assert len(story.pages) == 1
    assert sentence in str(story.faults[0])
    assert "mine.toml" in story.faults[0].say("zh")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("round = ", "cannot be read as TOML"),
        ('[title]\nen="x"\nzh="y"', "has no page"),
        (GOOD.replace("zh = \"故事\"", ""), "write a [title] with en and zh"),
        (GOOD.replace('lead = "zh"', 'lead = "la"'), "the lead language is “la”"),
        (GOOD.replace('lead = "zh"', 'colour = "red"'), "“colour” is nothing a story knows"),
        (GOOD + '[[page]]\npart="did"\nexhibit="events"\n' * 39, "has 41 pages; 40 are the most"),
        ('[title]\nen="x"\nzh="y"\n[[page]]\npart="did"\nexhibit="balloons"', "there is no exhibit “balloons”"),
        ("x" * 210_000, "too large for a story"),
    ],
)  # fmt: skip
def test_a_story_that_cannot_be_told_at_all_is_refused_with_a_sentence(told, text, sentence):
    with pytest.raises(StoryFault, match=sentence.replace("[", r"\[").replace("“", ".")):
        told(text)


def test_a_name_that_is_no_name_is_not_saved_and_leads_nowhere(told, tmp_path):
    from dataclasses import replace

    story = told(GOOD)
    for name in ("../escape", "Has Space", "", "a" * 60):
        with pytest.raises(StoryFault, match="cannot be a story's name"):
            slides.save(tmp_path, replace(story, id=name))
    with pytest.raises(StoryFault, match="no story"):
        slides.read(tmp_path, "../stories/mine")
    assert [path.name for path in tmp_path.rglob("*.toml")] == ["mine.toml"]


def test_ones_own_story_stands_in_place_of_the_one_that_came_along(told, tmp_path):
    assert set(slides.known(tmp_path)) == {"nanxun-2015", "sichuan-phase-1"}
    told(GOOD, "nanxun-2015")
    assert slides.read(tmp_path, "nanxun-2015").title["en"] == "A story"
    assert slides.known(tmp_path)["sichuan-phase-1"].parent == ALONG


@pytest.mark.parametrize("name", ["nanxun-2015", "sichuan-phase-1"])
def test_the_stories_that_come_along_have_no_fault_and_every_part(tmp_path, name):
    story = slides.read(tmp_path, name)
    assert story.faults == ()
    assert [page.part for page in story.pages] == sorted(
        (page.part for page in story.pages),
        key=("did", "changed", "cannot_say", "practices", "not_worked", "voices", "next").index,
    )
    assert len({page.part for page in story.pages}) == 7
