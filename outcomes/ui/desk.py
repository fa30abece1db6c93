"""The desk where workbooks come in: examined, marked, published; nothing is kept from a file that was not published."""

import hashlib
from datetime import date

import streamlit as st

from outcomes import ingest, publish, words
from outcomes.errors import Conflict, OutcomesError
from outcomes.ui import message, reader
from outcomes.ui.parts import esc_md

_SHOWN = 100  # findings on the page; the marked workbook and the list hold them all
_LIMIT_MB = 60  # of a zip with pictures; a workbook's own, smaller limit is told when it is checked


def upload(lang: str) -> publish.Plan | None:
    """The uploader and, once there are files, the plan they make; examined once for each set of files and parent."""
    given = st.file_uploader(
        words.say("receive.choose", lang),
        type=["xlsx", "zip"],
        accept_multiple_files=True,
        max_upload_size=_LIMIT_MB,
        key="w_files",
    )
    if not given:
        st.session_state.pop("plan", None)
        return None
    files = [(one.name, one.getvalue()) for one in given]
    key = (reader.place().current(), *(hashlib.sha256(data).hexdigest() for _, data in files))
    if st.session_state.get("plan", (None, None))[0] != key:
        with st.spinner(words.say("receive.checking", lang)):
            st.session_state["plan"] = (key, publish.examine(reader.place(), files, date.today()))
    return st.session_state["plan"][1]


def summary(plan: publish.Plan | None, lang: str) -> str:
    """The page's finding: what to do now."""
    if plan is None:
        return words.say("receive.title", lang)
    if plan.unreadable:
        return words.say("receive.title_unreadable", lang, n=len(plan.unreadable))
    if plan.nothing_new:
        return words.say("publish.already", lang)
    rows_in = sum(check.rows_in for check in plan.checks)
    accepted = sum(check.rows_accepted for check in plan.checks)
    key = "receive.title_ready" if plan.clean else "receive.title_errors"
    return words.say(key, lang, accepted=accepted, rows_in=rows_in, errors=plan.errors)


def findings(plan: publish.Plan, lang: str) -> None:
    """What is wrong and what to do, file by file: cell, enterprise, value seen."""
    for name, refusal in plan.unreadable.items():
        message.say_so("error", name, refusal.say(lang), lang, f"unreadable-{_digest(name)}")
    for name in plan.already:
        st.info(esc_md(words.say("cli.already", lang, name=name)))
    for check in plan.checks:
        with st.container(border=True, key=f"check-{check.sha256[:12]}"):
            st.subheader(esc_md(_heading(check, lang)), anchor=False)
            st.caption(
                esc_md(f"{check.name} · {check.size / 1024:,.0f} kB · sha256 {check.sha256[:4]}…{check.sha256[-4:]}")
            )
            if check.findings:
                _table(check, lang)
                _marked(plan, check, lang)


def _heading(check: ingest.Checked, lang: str) -> str:
    if not check.findings:
        return words.say("receive.clean", lang, rows=check.rows_accepted)
    return words.say("receive.counted", lang, errors=len(check.errors), warnings=len(check.warnings))


def _table(check: ingest.Checked, lang: str) -> None:
    order = {"error": 0, "warning": 1, "info": 2}
    told = sorted(check.findings, key=lambda f: order[f.severity])  # the sheets stay in the order of the template
    columns = [words.say(f"receive.column_{name}", lang) for name in ("severity", "cell", "enterprise", "seen", "do")]
    rows = [
        dict(
            zip(
                columns,
                [
                    words.say(f"cli.severity_{found.severity}", lang),
                    found.where,
                    found.enterprise or "",
                    words.say("receive.blank", lang) if found.value in (None, "") else str(found.value),
                    f"{found.what(lang)} {found.fix(lang)}".strip(),
                ],
                strict=True,
            )
        )
        for found in told[:_SHOWN]
    ]
    st.dataframe(
        rows,
        hide_index=True,
        height="content" if len(rows) <= 12 else 460,
        row_height=38,
        alt=words.say("receive.counted", lang, errors=len(check.errors), warnings=len(check.warnings)),
        column_config={
            columns[0]: st.column_config.TextColumn(width=90),
            columns[1]: st.column_config.TextColumn(width=150),
            columns[2]: st.column_config.TextColumn(width=80),
            columns[3]: st.column_config.TextColumn(width=100),
            columns[4]: st.column_config.TextColumn(width=600),
        },
        key=f"found-{check.sha256[:12]}",
    )
    if len(told) > _SHOWN:
        st.caption(esc_md(words.say("receive.more", lang, shown=_SHOWN, all=len(told))))


def _marked(plan: publish.Plan, check: ingest.Checked, lang: str) -> None:
    """The sender's own workbook, made only when asked for: marking a large one takes a moment."""
    stem = check.name.rsplit(".", 1)[0]
    st.download_button(
        words.say("receive.marked", lang),
        lambda: ingest.mark(plan.originals[check.name], check.name, check, lang),
        f"{stem}-marked-{lang}-{check.sha256[:8]}.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        key=f"marked-{check.sha256[:12]}",
    )


def publish_form(plan: publish.Plan, lang: str) -> None:
    """Publish, or the reason why not. Whoever publishes says in one line what it is."""
    may = reader.reading_as().may_publish
    if plan.nothing_new:
        return
    with st.container(border=True, key="publish"):
        st.subheader(words.say("receive.publish_heading", lang), anchor=False)
        valid_only = False
        if plan.errors and not plan.unreadable and not plan.not_to_be_kept and may:
            valid_only = st.checkbox(words.say("receive.valid_only", lang, errors=plan.errors), key="w_valid")
        note = st.text_input(words.say("receive.note", lang), max_chars=200, key="w_note")
        by = st.text_input(words.say("receive.by", lang), max_chars=80, key="w_by")
        blocked = _blocked(plan, lang, may, valid_only, by)
        if st.button(
            words.say("receive.publish", lang),
            type="primary",
            icon=":material/lock:" if blocked else ":material/publish:",
            disabled=blocked is not None,
            key="w_publish",
        ):
            _publish(plan, by, note, valid_only, lang)
        st.caption(esc_md(blocked or words.say("receive.keeps", lang)))


def _blocked(plan: publish.Plan, lang: str, may: bool, valid_only: bool, by: str) -> str | None:
    if not may:
        return words.say("receive.not_yours", lang)
    if plan.unreadable:
        return words.say("publish.unreadable", lang, names=", ".join(plan.unreadable))
    if plan.not_to_be_kept:
        return words.say("publish.tells_place", lang, names=", ".join(plan.not_to_be_kept))
    if plan.errors and not valid_only:
        return words.say("receive.errors_remain", lang, errors=plan.errors)
    return None if by.strip() else words.say("receive.say_who", lang)


def _publish(plan: publish.Plan, by: str, note: str, valid_only: bool, lang: str) -> None:
    try:
        outcome = publish.commit(reader.place(), plan, by=by.strip(), note=note.strip(), accept_valid=valid_only)
    except Conflict as refusal:
        st.session_state.pop("plan", None)  # looked at against an older state: examine again
        st.error(esc_md(refusal.say(lang)))
        return
    except OutcomesError as refusal:
        st.error(esc_md(refusal.say(lang)))
        return
    if not outcome.published:
        st.error(esc_md(outcome.reason.say(lang)))
        return
    reader.repin()
    st.session_state.pop("plan", None)
    st.success(esc_md(words.say("cli.published", lang, snapshot=outcome.snapshot, **outcome.changes)))


def steps(lang: str) -> None:
    """How it goes, for whoever is here for the first time."""
    with st.container(border=True, key="steps"):
        for n in range(1, 5):
            st.markdown(esc_md(words.say(f"receive.step_{n}", lang)))


def template_button(lang: str) -> None:
    """The empty template in the reader's language."""
    st.download_button(
        words.say("receive.template", lang),
        lambda: ingest.template_bytes(lang),
        f"score-template-v{ingest.VERSION}-{lang}.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        icon=":material/description:",
        on_click="ignore",
        key="w_template",
    )


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]
