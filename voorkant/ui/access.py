"""Who is looking, and which pages and actions exist: one table, so that nothing is open without a rule."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from voorkant import ROOT
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.ui import signed

P = ParamSpec("P")
R = TypeVar("R")

ALL = frozenset({"*"})
ROLES = frozenset({"wethouder", "beleidsmedewerker", "manager", "gegevensbeheerder"})
ACTIONS = {
    "bekijk_beeld": ROLES,
    "bekijk_pilots": ROLES,
    "bekijk_raad": ROLES,
    "bekijk_verantwoording": ROLES,
    "bekijk_intern": ROLES,
    "download": ROLES,
    "demo_klaarzetten": frozenset({"gegevensbeheerder"}),
    "gegevens_inladen": frozenset({"gegevensbeheerder"}),
    "publiceren": frozenset({"gegevensbeheerder"}),
    "regels_uitzetten": frozenset({"gegevensbeheerder"}),
    "pilots_beheren": frozenset({"manager"}),
    "kosten_beheren": frozenset({"beleidsmedewerker", "manager"}),
    "gebeurtenissen_beheren": frozenset({"gegevensbeheerder"}),
    "groepen_beheren": frozenset({"beleidsmedewerker", "manager"}),
    "vragen_beheren": frozenset({"beleidsmedewerker"}),
    "brieven_beheren": frozenset({"beleidsmedewerker"}),
    "verhalen_beheren": frozenset({"beleidsmedewerker", "manager", "gegevensbeheerder"}),
}
"""Every action, and the roles that may do it."""

SELECTION = frozenset(
    {"gemeente", "programma", "inzet", "uitkomst", "niveau", "gebied", "periode", "van", "tot", "openbaar"}
)
"""The controls of a page of figures."""
CONTROLS = SELECTION | {"pilot"}


@dataclass(frozen=True)
class PageRule:
    """A page of the menu: where it stands, what it takes to open it and which controls it uses.

    `public`: what is on it is meant for outside, so it shows the public figures, whatever the user may see.
    """

    section: str
    title: str
    path: str
    action: str
    controls: frozenset[str]
    needs_publication: bool = True
    public: bool = False

    @property
    def file(self) -> Path:
        return ROOT / self.path


PAGES = (
    PageRule("Beeld", "Overzicht", "pages/beeld/overzicht.py", "bekijk_beeld", SELECTION),
    PageRule(
        "Beeld", "Voorkant & achterkant", "pages/beeld/voorkant_achterkant.py",
        "bekijk_beeld", SELECTION,
    ),
    PageRule(
        "Beeld", "Vergelijken", "pages/beeld/vergelijken.py",
        "bekijk_beeld", frozenset({"gemeente", "programma", "openbaar"}),
    ),
    PageRule(
        "Beeld", "Kaart", "pages/beeld/kaart.py", "bekijk_beeld", frozenset({"gemeente", "programma", "openbaar"}),
    ),
    PageRule(
        "Beeld", "Verwijsroutes", "pages/beeld/verwijsroutes.py",
        "bekijk_beeld", frozenset({"gemeente", "programma", "openbaar"}),
    ),
    PageRule("Beeld", "Meetlat", "pages/beeld/meetlat.py", "bekijk_beeld", frozenset({"gemeente", "openbaar"})),
    PageRule(
        "Werkt het?", "Pilots", "pages/werkt_het/pilots.py",
        "bekijk_pilots", frozenset({"gemeente", "openbaar"}),
    ),
    PageRule(
        "Werkt het?", "Pilot", "pages/werkt_het/pilot.py",
        "bekijk_pilots", frozenset({"gemeente", "openbaar", "pilot"}),
    ),
    PageRule(
        "Werkt het?", "Uitrol", "pages/werkt_het/uitrol.py",
        "bekijk_beeld", frozenset({"gemeente", "programma", "uitkomst", "openbaar"}),
    ),
    PageRule(
        "Werkt het?", "Kosten", "pages/werkt_het/kosten.py",
        "bekijk_pilots", frozenset({"gemeente", "openbaar", "pilot"}),
    ),
    PageRule(
        "Raad", "Vragen van de raad", "pages/raad/vragen.py",
        "bekijk_raad", frozenset({"gemeente"}), public=True,
    ),
    PageRule("Raad", "Raadsbrief", "pages/raad/raadsbrief.py", "bekijk_raad", frozenset({"gemeente"}), public=True),
    PageRule(
        "Raad", "Momentopnamen", "pages/raad/momentopnamen.py",
        "bekijk_raad", frozenset({"gemeente"}), public=True,
    ),
    PageRule(
        "Verantwoording", "Gegevens inladen", "pages/verantwoording/gegevens_inladen.py",
        "gegevens_inladen", frozenset({"gemeente"}), needs_publication=False,
    ),
    PageRule(
        "Verantwoording", "Kwaliteit", "pages/verantwoording/kwaliteit.py",
        "bekijk_verantwoording", frozenset({"gemeente", "openbaar"}),
    ),
    PageRule(
        "Verantwoording", "Gebeurtenissen", "pages/verantwoording/gebeurtenissen.py",
        "bekijk_verantwoording", frozenset({"gemeente", "openbaar"}),
    ),
    PageRule(
        "Verantwoording", "Begrippen en methode", "pages/verantwoording/begrippen.py",
        "bekijk_verantwoording", frozenset({"gemeente"}),
    ),
)  # fmt: skip
"""The menu, in its order; a page whose file does not exist is left out."""


def page(title: str) -> PageRule:
    """The page with a title. StopIteration for one that nobody declared."""
    return next(rule for rule in PAGES if rule.title == title)


@dataclass(frozen=True)
class User:
    """Who is looking. `scopes` are gemeente codes, or `*` for all; `level` is the highest protection level held."""

    name: str
    roles: frozenset[str]
    scopes: frozenset[str]
    level: Protection

    @property
    def role(self) -> str:
        """As a log names it: all roles that the user has."""
        return ", ".join(sorted(self.roles))

    def may(self, action: str) -> bool:
        """Whether one of the roles may do it. KeyError for an action that nobody declared."""
        return bool(self.roles & ACTIONS[action])

    def may_read(self, scope: str, protection: str) -> bool:
        """Whether a cube is open to this user: the region's public one always, a gemeente's by scope and level."""
        match protection:
            case Protection.OPENBAAR:
                return scope == "regio" or self._holds(scope)
            case Protection.INTERN:
                return self.level == Protection.INTERN and self._holds(scope) and self.may("bekijk_intern")
        return False

    def _holds(self, scope: str) -> bool:
        return "*" in self.scopes or scope in self.scopes


LOCAL = User(name="lokale modus", roles=ROLES, scopes=ALL, level=Protection.INTERN)
"""The one user of an app that answers its own machine only; `detail` takes a login."""


def current_user() -> User:
    """Who is looking. Problem when people sign in here and nobody did, or someone without access."""
    login = signed.settings()
    if login is None:
        return LOCAL
    found = signed.granted(login)
    inside = bool(found.roles & ACTIONS["bekijk_intern"])
    return User(found.name, found.roles, found.scopes, Protection.INTERN if inside else Protection.OPENBAAR)


def require(action: str) -> None:
    """Problem when the current user may not do it; checked where the work is done, not only in the menu."""
    user = current_user()
    if not user.may(action):
        _on_record(user, action)
        raise Problem(f"{user.name} heeft geen toegang tot dit onderdeel. Vraag de beheerder om de juiste rol.")


def _on_record(user: User, action: str) -> None:
    from voorkant.ui import audit  # noqa: PLC0415 - which asks this file who is looking

    audit.denied(user.name, user.role, action)


def requires(action: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """The same as a decorator."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def checked(*args: P.args, **kwargs: P.kwargs) -> R:
            require(action)
            return function(*args, **kwargs)

        return checked

    return decorate


def menu() -> list[PageRule]:
    """The pages that exist and that the current user may open."""
    user = current_user()
    return [rule for rule in PAGES if rule.file.exists() and user.may(rule.action)]
