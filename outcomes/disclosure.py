"""What may leave the house: the threshold below which a figure about enterprises is not published.

Decided at publication, in whole groups (a round's arm in a month): a threshold on freely filtered figures can be
undone by subtraction, so the public tree is never filtered further by region, sector or size.
"""

PUBLIC_MINIMUM = 5  # enterprises behind any figure of the public tree
