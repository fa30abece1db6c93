"""The demonstration submissions on the real template, in the order of their names: three workbooks, one zip with pictures."""

from datetime import date, datetime
from pathlib import Path

from outcomes import ingest
from outcomes.demo import cast, record, reported, season
from outcomes.demo.story import CORRECTION, DROPPED_OUT, NANXUN, SICHUAN, Enterprise, Round
from outcomes.errors import OutcomesError

SEED = 2015
ENTERPRISES = len(cast.NANXUN_PILOTS)
MONTHS = NANXUN.months
MOST_ENTERPRISES = 5_000
MOST_MONTHS = 120  # ten years, up to April 2024
_MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october")
_MONTH_NAMES += ("november", "december")
_COLLECTED_ON = 20  # day of the last month on which the office closes the first workbook
# up to which day each workbook knows the programme's record
_SICHUAN_TOLD, _NANXUN_TOLD, _LAST_TOLD = date(2012, 12, 31), date(2015, 9, 30), CORRECTION.sent_on
_PICTURES = "04-nanxun-2015-photos"
_CREATED = datetime(2015, 12, 1)  # fixed, so that the same seed gives the same bytes


def write(
    out: Path, seed: int = SEED, enterprises: int = ENTERPRISES, months: int = MONTHS, lang: str = "en"
) -> list[Path]:
    """Write the submissions into ``out`` (made when missing) and give their paths, in the order of publication.

    enterprises: pilots of the second round (the comparison group stays at eight); months: its length, of which the
    first twelve are baseline. A file that is there already is replaced. lang: of the template's guide.
    """
    submissions = tables(seed, enterprises, months)
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, content in submissions.items():
        data = ingest.template_bytes(lang, tables=content, created=_CREATED)
        paths.append(out / f"{name}{'.zip' if name == _PICTURES else '.xlsx'}")
        paths[-1].write_bytes(_with_pictures(data, content) if name == _PICTURES else data)
    return paths


def tables(seed: int = SEED, enterprises: int = ENTERPRISES, months: int = MONTHS) -> dict[str, dict[str, list[dict]]]:
    """File name without ending -> sheet -> rows by column id; what ``write`` puts into the workbooks."""
    _refuse("enterprises", enterprises, MOST_ENTERPRISES)
    _refuse("months", months, MOST_MONTHS)
    first = _round_sheets(SICHUAN, cast.SICHUAN_PILOTS)
    first["monthly"] = _sent(SICHUAN, cast.SICHUAN_PILOTS, SICHUAN.months, seed)
    first |= record.sheets(SICHUAN, cast.SICHUAN_PILOTS, seed, _SICHUAN_TOLD)
    firms = cast.second_round(enterprises, seed)
    second = _round_sheets(NANXUN, firms)
    sent = _sent(NANXUN, firms, months, seed)
    last = season.months_from(NANXUN.baseline_start, months)[-1]
    closed = last.replace(day=_COLLECTED_ON)
    second["monthly"] = [reported.mistyped(row) for row in sent if row["received_on"] <= closed]
    known = record.sheets(NANXUN, firms, seed, _NANXUN_TOLD)
    second |= known
    third = {"monthly": [row for row in sent if row["received_on"] > closed] + reported.corrections(sent)}
    third["monthly"].sort(key=lambda row: (row["enterprise"], row["month"]))
    third |= record.news(known, record.sheets(NANXUN, firms, seed, _LAST_TOLD))
    before = season.months_from(NANXUN.baseline_start, max(1, months - 1))[-1]
    return {
        "01-sichuan-phase-1": first,
        f"02-nanxun-2015-baseline-to-{_named(before)}": second,
        f"03-nanxun-2015-{_named(last)}-and-corrections": third,
        _PICTURES: {"media": record.media(NANXUN, firms)},
    }


def _with_pictures(workbook: bytes, content: dict[str, list[dict]]) -> bytes:
    from outcomes.demo.record import pictures  # drawing is loaded by those who draw

    return pictures.packed(workbook, content["media"])


def _round_sheets(round: Round, firms) -> dict[str, list[dict]]:
    return {
        "rounds": [
            {
                "round": round.code,
                "name_en": round.name_en,
                "name_zh": round.name_zh,
                "data_kind": "demonstration",
                "region": round.region,
                "modules": round.modules,
                "baseline_start": round.baseline_start,
                "training_start": round.training_start,
                "training_end": round.training_end,
                "sharing_date": round.sharing_date,
            }
        ],
        "enterprises": [
            {
                "enterprise": firm.code,
                "legal_name": cast.legal_name(firm),
                "region": firm.region,
                "sector": firm.sector,
                "employees": firm.employees,
                "women": firm.women,
                "revenue_wan": firm.revenue_wan,
                "consent": firm.consent,
            }
            for firm in firms
        ],
        "enrolments": [_enrolment(round, firm) for firm in firms],
    }


def _enrolment(round: Round, firm: Enterprise) -> dict:
    exited_on, reason = DROPPED_OUT.get(firm.code, (None, None))
    return {
        "round": round.code,
        "enterprise": firm.code,
        "arm": firm.arm,
        "enrolled_on": round.enrolled_on,
        "exited_on": exited_on,
        "exit_reason": reason,
    }


def _sent(round: Round, firms, months: int, seed: int) -> list[dict]:
    calendar = season.months_from(round.baseline_start, months)
    return [row for firm in firms for row in reported.rows(firm, round, calendar, seed)]


def _named(month: date) -> str:
    """A month for a file name: ``october`` in the year of the training, else with its year."""
    name = _MONTH_NAMES[month.month - 1]
    return name if month.year == NANXUN.training_start.year else f"{name}-{month.year}"


def _refuse(what: str, value: int, most: int) -> None:
    if not 1 <= value <= most:
        raise OutcomesError(f"demonstration.{what}", value=value, most=most)
