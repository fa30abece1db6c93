"""What may leave the house: the threshold below which a figure about enterprises is not published.

Decided at publication, in whole groups (a round's arm in a month): a threshold on freely filtered figures can be
undone by subtraction, so the public tree is never filtered further by region, sector or size. Inside the house a
table may stand beside its total; ``hidden_together`` then hides enough cells that the total gives none of them away.
"""

from collections.abc import Mapping

PUBLIC_MINIMUM = 5  # enterprises behind any figure of the public tree


def hidden_together(sizes: Mapping[str, int], fewest: int) -> frozenset[str]:
    """The cells of one total that are not shown: those of fewer than ``fewest`` enterprises, and what protects them.

    The total less the cells shown is the sum of the hidden ones. So at least two are hidden, and together they hold
    at least ``fewest`` enterprises; the smallest cells are added first. A cell of nobody has nothing to hide.
    """
    filled = {cell: size for cell, size in sizes.items() if size > 0}
    hidden = [cell for cell, size in filled.items() if size < fewest]
    rest = sorted((cell for cell in filled if cell not in hidden), key=lambda cell: (filled[cell], cell))
    while hidden and rest and (len(hidden) < 2 or sum(filled[cell] for cell in hidden) < fewest):
        hidden.append(rest.pop(0))
    return frozenset(hidden)
