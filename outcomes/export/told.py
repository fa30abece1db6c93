"""How far an export is: whoever asked for it hears the share that is done and what is done now."""


def silent(share: float, what: str) -> None:
    """``share`` from 0 to 1; for those who do not listen."""
