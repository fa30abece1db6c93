"""Every rule and every refusal has its sentence, and no sentence is left over."""

import re
from pathlib import Path

from outcomes import ingest, words
from outcomes.ingest.between_rows import HOME

SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(ingest.__file__).parent.rglob("*.py")))
RULE = re.compile(r'"([a-z]+(?:-[a-z]+)+|negative|percent)"')


def told(prefix):
    return {key.split(".")[1] for key in words.texts("en") if key.startswith(prefix)}


def test_every_rule_in_the_code_has_a_sentence_and_every_sentence_a_rule():
    in_code = set(RULE.findall(SOURCE)) | {f"unknown-{kind}" for kind in HOME}
    assert in_code - told("finding.") <= {"utf-8", "utf-8-sig", "utf-16-le", "yyyy-mm", "yyyy-mm-dd"}
    assert told("finding.") <= in_code


def test_every_refusal_in_the_code_has_a_sentence_and_every_sentence_a_refusal():
    assert set(re.findall(r'"ingest\.([a-z0-9_]+)"', SOURCE)) == told("ingest.")


def test_every_finding_says_what_is_wrong_and_what_to_do():
    for rule in told("finding."):
        for lang in words.LANGUAGES:
            assert {f"finding.{rule}.what", f"finding.{rule}.fix"} <= set(words.texts(lang))
