"""What was accepted before this submission, so that it may refer to it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Known:
    """Accepted rows: by code, attendance and tests by the key of their sheet.

    ``medians``: (enterprise, measure) -> the enterprise's own usual value, where at least four are known.
    ``just_sent``: rows of the files that are examined together with this one, before it: (sheet, key) -> (name of the
    file, row, values by column id). On the sheet monthly the key is (enterprise, month, measure).
    ``photos``: photo -> name of the file that came with it.
    """

    rounds: dict[str, dict] = field(default_factory=dict)
    enterprises: dict[str, dict] = field(default_factory=dict)
    enrolments: list[dict] = field(default_factory=list)
    medians: dict[tuple[str, str], float] = field(default_factory=dict)
    persons: dict[str, dict] = field(default_factory=dict)
    events: dict[str, dict] = field(default_factory=dict)
    visits: dict[str, dict] = field(default_factory=dict)
    practices: dict[str, dict] = field(default_factory=dict)
    actions: dict[str, dict] = field(default_factory=dict)
    attendance: dict[tuple, dict] = field(default_factory=dict)
    tests: dict[tuple, dict] = field(default_factory=dict)
    photos: dict[str, str] = field(default_factory=dict)
    just_sent: dict[tuple[str, tuple], tuple[str, int, dict]] = field(default_factory=dict)

    @classmethod
    def nothing(cls) -> "Known":
        return cls()

    @property
    def codes(self) -> dict[str, dict[str, dict]]:
        """What a code may name -> the codes that were accepted, with their rows."""
        return {
            "round": self.rounds,
            "enterprise": self.enterprises,
            "person": self.persons,
            "event": self.events,
            "visit": self.visits,
            "practice": self.practices,
            "action": self.actions,
        }
