"""What may leave the house: the thresholds below which a figure about enterprises is not shown.

Decided at publication, in whole groups (a round's arm in a month): a threshold on freely filtered figures can be
undone by subtraction, so the public tree is never filtered further by region, sector or size.
"""

INTERNAL_MINIMUM = 3  # enterprises behind a judged figure on internal pages (domain: values only from 3)
PUBLIC_MINIMUM = 5  # enterprises behind any figure of the public tree
