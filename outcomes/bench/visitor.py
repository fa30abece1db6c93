"""A reader without a screen: the messages that a browser would send, and what comes back on the same wire."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Selectbox_pb2 import Selectbox
from websockets.sync.client import ClientConnection, connect

from outcomes import words
from outcomes.bench.server import Server

_PATIENCE_S = 60
_FAILED = [words.say(f"ui.{key}", lang) for key in ("page_failed", "exhibit_failed") for lang in words.LANGUAGES]
# What a change may be made with, by the key that the page gave the widget; the measure looked at is not a filter.
FILTERS = ("region", "round", "sector", "size", "from", "to", "window")


@dataclass
class Seen:
    """One run of a page: its drop-down lists by their filter, how many figures it drew, how long it took to come."""

    boxes: dict[str, Selectbox] = field(default_factory=dict)
    figures: int = 0
    failed: bool = False

    @property
    def choice(self) -> tuple[tuple[str, str], ...]:
        return tuple(sorted((name, value_of(box)) for name, box in self.boxes.items()))


def value_of(box: Selectbox) -> str:
    return box.raw_value if box.set_value else box.options[box.default]


class Visitor:
    """One session. ``pages``: address -> what the server calls it; the first page has the empty address."""

    def __init__(self, wire: ClientConnection):
        self._wire = wire
        self._query = ""
        self._page = ""
        self.pages: dict[str, str] = {}
        self.now = Seen()

    def open(self, page: str = "", query: str = "") -> Seen:
        """Go to a page as a click in the menu does."""
        self._query, self._page = query, page
        self.now = Seen()  # a new page mounts its own widgets
        return self._run(page_name=page)

    def choose(self, name: str, value: str) -> Seen:
        return self._run(name, value)

    def again(self) -> Seen:
        return self._run()

    def _run(self, name: str = "", value: str = "", page_name: str = "") -> Seen:
        message = BackMsg()
        run = message.rerun_script
        run.query_string = self._query
        if page_name:
            run.page_name = page_name
        else:
            run.page_script_hash = self.pages.get(self._page, "")
        run.context_info.locale = "en-GB"
        run.context_info.color_scheme = "light"
        for key, box in self.now.boxes.items():
            state = run.widget_states.widgets.add()
            state.id, state.string_value = box.id, value if key == name else value_of(box)
        self._wire.send(message.SerializeToString())
        self.now = self._read()
        return self.now

    def _read(self) -> Seen:
        """Everything until the run has finished; a run that ends early to begin anew is read on."""
        seen = Seen()
        while True:
            message = ForwardMsg.FromString(self._wire.recv(timeout=_PATIENCE_S))
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            elif kind == "page_info_changed":
                self._query = message.page_info_changed.query_string
            elif kind == "new_session":
                seen = Seen()
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                _note(seen, message.delta.new_element)
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue
                seen.failed |= message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY
                return seen


def _note(seen: Seen, element) -> None:
    kind = element.WhichOneof("type")
    if kind == "plotly_chart":
        seen.figures += 1
    elif kind == "exception" or (kind == "heading" and element.heading.body in _FAILED):
        seen.failed = True
    elif kind == "selectbox":
        name = element.selectbox.id.rpartition("-w_")[2]
        if name in FILTERS:
            seen.boxes[name] = element.selectbox


@contextlib.contextmanager
def visit(server: Server) -> Iterator[Visitor]:
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None, compression=None) as wire:
        yield Visitor(wire)
