"""How far a figure is from what a gemeente wants to reach; never whether it will be reached."""

from voorkant.declare.goalfile import Goal
from voorkant.text import numbers, periods
from voorkant.text.sentences import Reading


def name(goal: Goal, unit: str) -> str:
    """What stands at the line in a chart."""
    return f"doel {goal.year}: {numbers.in_short(goal.value, unit)}"


def distance(goal: Goal, unit: str, now: Reading | None) -> str:
    """The goal with its source and, where there is a firm figure, how far that is from it: one sentence."""
    aim = f"Het doel voor {goal.year} is {numbers.in_short(goal.value, unit)} ({goal.source.strip().rstrip('.')})"
    if now is None:
        return f"{aim}; er is nog geen definitief cijfer om ernaast te leggen."
    value, margin = now.margin.value, now.margin
    was = f"in {periods.the(now.period)} was het {numbers.in_short(value, unit)}"
    if numbers.in_short(value, unit) == numbers.in_short(goal.value, unit):
        return f"{aim}; {was}, gelijk aan het doel."
    gap = abs(value - goal.value)
    points = " procentpunt" if unit.startswith(numbers.PERCENT) else ""
    far = f"{numbers.number(gap, numbers.decimals(max(value, goal.value)))}{points}"
    way = "hoger" if value > goal.value else "lager"
    within = margin.low is not None and margin.high is not None and margin.low <= goal.value <= margin.high
    chance = "; het doel ligt binnen de marge, dus dat verschil kan toeval zijn" if within else ""
    return f"{aim}; {was}, dus {far} {way} dan het doel{chance}."
