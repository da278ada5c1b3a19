"""What people of the demo region are said to have kept: stories, a decision and a cost, all of them invented."""

from datetime import date
from pathlib import Path

from voorkant.declare import clock
from voorkant.declare.costfile import Cost, keep_cost, read_cost
from voorkant.declare.home import Home
from voorkant.declare.register import Choice, Decision, Register
from voorkant.declare.storyfile import Story, keep, read_stories

WHO = "demo"
INVENTED = "Verzonnen verhaal: er is niemand om toestemming te vragen."
STORIES = (
    ("gezinsverzorgende-veldermonde", "GM9901", "ouder", date(2025, 3, 11),
     "De gezinsverzorgende kwam twee ochtenden per week. Na drie maanden lukte het ons weer zelf om de kinderen op "
     "tijd op school te krijgen."),
    ("gezinsverzorgende-veldermonde", "GM9901", "ondersteuner", date(2025, 6, 4),
     "Bij dit gezin was vooral tijd nodig. Een verwijzing was niet nodig, een vaste hand in huis wel."),
    ("steungezinnen", "GM9904", "ouder", date(2025, 5, 20),
     "Om het weekend is mijn zoon bij het steungezin. Hij komt blij terug, en ik heb rust."),
)  # fmt: skip
"""Pilot, gemeente, teller, day and words."""
PRICED, DECIDED = "ojg-olievlek", "gezinsverzorgende-veldermonde"
WHY = "Verzonnen besluit: gezinnen zijn tevreden. Over een jaar kijken we opnieuw naar bereik en duur."


def keep_demo(out: Path) -> None:
    """What is there already stays."""
    home = Home(out)
    day = clock.now().date().isoformat()
    if not read_stories(home):
        for pilot, gemeente, teller, told, text in STORIES:
            keep(home, Story("", text, teller, told, INVENTED, gemeente, "pilot", pilot, public=True, who=WHO, day=day))
    register = Register(home)
    if not register.decisions(DECIDED):
        register.decide(DECIDED, Decision(clock.now().isoformat(timespec="seconds"), WHO, Choice.GO_ON, WHY))
    if not read_cost(home, PRICED):
        keep_cost(home, Cost(PRICED, 5200, "Verzonnen bedrag voor de demo", 200_000, "Verzonnen begroting", WHO, day))
