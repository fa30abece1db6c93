"""Targets and delivery: where each target stands, the chain from activities to outcomes, and what it cost."""

from outcomes.exhibits.delivery.chain import chain
from outcomes.exhibits.delivery.costs import costs
from outcomes.exhibits.delivery.savings import Savings, savings
from outcomes.exhibits.delivery.targets import finding, in_short, targets

__all__ = ["Savings", "chain", "costs", "finding", "in_short", "savings", "targets"]
