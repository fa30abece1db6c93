"""What a reader may see: a role and, for officers, regions. The engine loads nothing outside it."""

import hashlib
import json
import re
from dataclasses import dataclass

from outcomes.errors import NotAllowed

ROLES = ("director", "officer", "public")
POLICY = 1  # raise when the meaning of a role changes: cached answers of the old meaning are then never served
_REGION = re.compile(r"^[0-9]{6}$")


@dataclass(frozen=True)
class Scope:
    """``regions`` are GB/T 2260 codes at any level; only an officer has them, and at least one."""

    role: str
    regions: tuple[str, ...] = ()

    def __post_init__(self):
        if self.role not in ROLES:
            raise NotAllowed("scope.unknown_role", role=self.role)
        if self.role == "officer" and not self.regions:
            raise NotAllowed("scope.officer_needs_regions")
        if self.role != "officer" and self.regions:
            raise NotAllowed("scope.only_officers_have_regions", role=self.role)
        for code in self.regions:
            if not _REGION.match(code):
                raise NotAllowed("scope.bad_region", code=code)

    @property
    def id(self) -> str:
        """A short name that differs for every different right: it is part of each cache key and export name."""
        told = json.dumps([self.role, sorted(self.regions), POLICY])
        return f"{self.role}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"

    @property
    def tree(self) -> str:
        """The half of a snapshot this reader's database is filled from."""
        return "public" if self.role == "public" else "internal"

    @property
    def may_publish(self) -> bool:
        return self.role == "director"

    def covers(self, province: str | None, prefecture: str | None, county: str | None) -> bool:
        """May this reader see rows of the place with these codes?"""
        if self.role == "director":
            return True
        return self.role == "officer" and bool({province, prefecture, county} & set(self.regions))


def parse(text: str) -> Scope:
    """``director``, ``public`` or ``officer:330503,510100``, as written on the command line and in OUTCOMES_SCOPE."""
    role, _, rest = text.strip().partition(":")
    return Scope(role, tuple(code.strip() for code in rest.split(",") if code.strip()))
