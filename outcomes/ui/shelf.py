"""The shelf of snapshots: history, verification, and the way back to an earlier one."""

import streamlit as st

from outcomes import words
from outcomes.errors import OutcomesError
from outcomes.ui import reader
from outcomes.ui.parts import esc_md
from outcomes.words import numbers

_TONE = {"current": "blue", "superseded": "gray", "withdrawn": "orange"}


def history(lang: str) -> list:
    """One card a snapshot, newest first: when, who, why, from which files, and what may be done with it."""
    entries = reader.place().history()
    for entry in entries:
        with st.container(border=True, key=f"snap-{entry.id}"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(
                    f"**{esc_md(numbers.day(entry.created.date(), lang))}** &ensp;`{entry.id}`", width="content"
                )
                st.badge(words.say(f"cli.status_{entry.status}", lang), color=_TONE[entry.status])
                if entry.is_demonstration:
                    st.badge(words.say("demo.badge", lang), color="yellow", icon=":material/science:")
            st.markdown(esc_md(_told(entry, lang)))
            for source in entry.sources:
                st.caption(esc_md(words.say("snapshots.source", lang, **_source(source))))
            _actions(entry, lang)
    return entries


def verify_button(lang: str) -> None:
    """Hash every file and read every row again; says which snapshot is damaged, if any."""
    if not st.button(words.say("snapshots.verify", lang), icon=":material/verified:", key="w_verify"):
        return
    problems = reader.place().verify(deep=True)
    for problem in problems:
        st.error(esc_md(problem.say(lang)))
    if not problems:
        st.success(words.say("cli.verified", lang))


def _actions(entry, lang: str) -> None:
    if entry.status == "current" or not reader.reading_as().may_publish:
        return
    with st.popover(words.say("snapshots.roll_back", lang), icon=":material/history:", type="tertiary"):
        reason = st.text_input(words.say("snapshots.reason", lang), key=f"why-{entry.id}", max_chars=200)
        by = st.text_input(words.say("receive.by", lang), key=f"by-{entry.id}", max_chars=80)
        ready = bool(reason.strip() and by.strip())
        if st.button(
            words.say("snapshots.show_this", lang), key=f"back-{entry.id}", disabled=not ready, type="primary"
        ):
            try:
                reader.place().rollback(entry.id, reason.strip(), by.strip())
            except OutcomesError as refusal:
                st.error(esc_md(refusal.say(lang)))
                return
            reader.repin()
            st.rerun()


def _told(entry, lang: str) -> str:
    note = entry.note or words.say("snapshots.no_note", lang)
    text = words.say("snapshots.by", lang, who=entry.who, note=note)
    if entry.reason:
        text += " " + words.say("snapshots.because", lang, reason=entry.reason)
    figures = numbers.number(entry.rows.get("observation", 0), 0, lang)
    return f"{text} · {words.say('snapshots.figures', lang, n=figures)}"


def _source(source: dict) -> dict:
    return {
        "name": source["name"],
        "accepted": source.get("rows_accepted", "–"),
        "refused": source.get("rows_refused", "–"),
        "sha": source["sha256"][:12],
    }
