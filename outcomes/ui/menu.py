"""The pages there are, in the order of the menu; file name and address are the same word."""

from dataclasses import dataclass

from outcomes.scope import Scope


@dataclass(frozen=True)
class Entry:
    """path: below ``pages/``; public: may the public view open it?"""

    path: str
    public: bool = True

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[1].removesuffix(".py")


ENTRIES = (
    Entry("impact/overview.py"),
    Entry("impact/evidence.py", public=False),
    Entry("impact/changes.py", public=False),
    Entry("results/safety.py"),
    Entry("results/productivity.py"),
    Entry("results/people.py"),
    Entry("places/enterprises.py", public=False),
    Entry("places/regions.py", public=False),
    Entry("programme/training.py"),
    Entry("programme/visits.py", public=False),
    Entry("programme/practices.py"),
    Entry("programme/delivery.py"),
    Entry("meeting/present.py"),
    Entry("meeting/story.py", public=False),
    Entry("data/receive.py", public=False),
    Entry("data/coverage.py", public=False),
    Entry("data/snapshots.py", public=False),
    Entry("about/indicators.py"),
    Entry("about/method.py"),
)


def entries(scope: Scope) -> list[Entry]:
    return [entry for entry in ENTRIES if entry.public or scope.role != "public"]
