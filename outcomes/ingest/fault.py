"""What is wrong with one cell: the rule it breaks and what its sentence needs to know."""


class Fault(Exception):
    """Raised while a cell is read; becomes a Finding once the place is known."""

    def __init__(self, rule: str, **details):
        super().__init__(rule)
        self.rule = rule
        self.details = details
