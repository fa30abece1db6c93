"""What a slide shows under its title, named by what it is; how it is drawn is decided by screen, deck and paper."""

from dataclasses import dataclass, replace
from typing import NamedTuple, Self


@dataclass(frozen=True)
class Chart:
    """A drawing of an exhibit. ``figure`` is the Plotly figure; ``alt`` says what it shows."""

    figure: object
    alt: str


@dataclass(frozen=True)
class _Listed:
    def first(self, n: int) -> Self:
        """As many as there is room for; the others are counted with those that are left out already."""
        name = "lines" if hasattr(self, "lines") else "items"
        every = getattr(self, name)
        return replace(self, **{name: every[:n]}, more=self.more + max(0, len(every) - n))

    @property
    def in_hall(self) -> Self:
        """What the last row of a hall can read; a deck, read from near, may have room for more."""
        return self.first(self.hall) if self.hall else self


@dataclass(frozen=True)
class Table(_Listed):
    """The rows as a reader sees them; ``more``: how many lines are left out; ``hall``: how many a hall can read."""

    heads: list[str]
    lines: list[list[str]]
    more: int = 0
    hall: int = 0


class Fact(NamedTuple):
    """A large figure and what it is; its interval, in words, stands smaller beneath it."""

    figure: str
    label: str
    interval: str = ""


@dataclass(frozen=True)
class Facts:
    """Up to four large figures side by side."""

    items: list[Fact]


@dataclass(frozen=True)
class Photo:
    jpeg: str  # base64
    caption: str
    width: int
    height: int


@dataclass(frozen=True)
class Card:
    """One improvement: photos before and after, at most three large figures, the rest line by line, a quotation."""

    photos: list[Photo]
    facts: list[Fact]
    lines: list[tuple[str, str]]
    quote: str = ""
    by: str = ""


@dataclass(frozen=True)
class Quotes(_Listed):
    """What people said, with the role in which they said it; never a name."""

    items: list[tuple[str, str]]
    more: int = 0
    hall: int = 0


@dataclass(frozen=True)
class Points(_Listed):
    """Short lines with a head each."""

    items: list[tuple[str, str]]
    more: int = 0
    hall: int = 0


@dataclass(frozen=True)
class Cover:
    """The first slide: where and when, and what everything that follows rests on."""

    lines: list[str]


Body = Chart | Table | Facts | Card | Quotes | Points | Cover
