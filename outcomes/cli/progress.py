"""How far something is, on stderr: a bar that moves where somebody watches, a line a step where nobody does."""

import sys
from typing import TextIO

_WIDE = 24
_FULL, _EMPTY = "█", "░"


class Progress:
    """Called with the share done and what is done now; ``end`` leaves the line clean."""

    def __init__(self, stream: TextIO | None = None):
        self.stream = stream or sys.stderr
        self.watched = self.stream.isatty()
        self.last = None

    def __call__(self, share: float, what: str) -> None:
        percent = round(100 * min(max(share, 0.0), 1.0))
        if self.watched:
            done = round(_WIDE * percent / 100)
            bar = _FULL * done + _EMPTY * (_WIDE - done)
            self.stream.write(f"\r\x1b[K{bar} {percent:3d}% {what[:60]}")
        elif (percent // 10, what) != self.last and (self.last is None or percent // 10 != self.last[0]):
            self.stream.write(f"{percent:3d}% {what}\n")
        self.last = (percent // 10, what)
        self.stream.flush()

    def end(self) -> None:
        if self.watched and self.last:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
