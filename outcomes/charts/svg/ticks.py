"""Where an axis has its ticks and what they say: as given, or round numbers found as Plotly finds them."""

import math

_ROUND = (2, 5, 10)
_SMALL = {3: "k", 6: "M", 9: "B"}


def of(said: dict, length: float, letter: str) -> list[tuple[float, str]]:
    low, top = sorted(said["range"])
    slack = (top - low) * 1e-6
    if "tickvals" in said:
        named = said.get("ticktext") or [str(value) for value in said["tickvals"]]
        return [(v, str(w)) for v, w in zip(said["tickvals"], named, strict=False) if low - slack <= v <= top + slack]
    least = 40 if letter == "y" else 80
    most = said.get("nticks") or min(max(length / least, 4), 9) + 1
    step = _step((top - low) / most)
    places = [i * step for i in range(math.ceil(low / step - 1e-6), math.floor(top / step + 1e-6) + 1)]
    biggest = max(abs(low), abs(top))
    return [(place, _said(place, step, biggest) + said.get("ticksuffix", "")) for place in places]


def _step(rough: float) -> float:
    base = 10 ** math.floor(math.log10(rough) + 1e-12)
    return base * next((part for part in _ROUND if rough / base <= part), 10)


def _said(value: float, step: float, biggest: float) -> str:
    power = math.floor(math.log10(biggest)) if biggest else 0
    shift = min(9, 3 * round((power - 1) / 3)) if power > 3 else 0
    digits = max(0, -math.floor(math.log10(step / 10**shift) + 1e-9))
    words = f"{abs(value) / 10**shift:.{digits}f}"
    if digits:  # as Plotly does, a whole number among halves stands without its zero
        words = words.rstrip("0").rstrip(".")
    whole, _, part = words.partition(".")
    whole = f"{int(whole):,}" if len(whole) > 4 else whole
    sign = "−" if value < 0 and float(words) else ""
    return sign + whole + (f".{part}" if part else "") + (_SMALL.get(shift, "") if value else "")
