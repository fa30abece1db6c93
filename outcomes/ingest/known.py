"""What was accepted before this submission, so that it may refer to it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Known:
    """``medians``: (enterprise, measure) -> the enterprise's own usual value, where at least four are known.

    ``photos``: photo -> name of the file that came with it.
    """

    rounds: dict[str, dict] = field(default_factory=dict)
    enterprises: dict[str, dict] = field(default_factory=dict)
    enrolments: list[dict] = field(default_factory=list)
    medians: dict[tuple[str, str], float] = field(default_factory=dict)
    photos: dict[str, str] = field(default_factory=dict)

    @classmethod
    def nothing(cls) -> "Known":
        return cls()
