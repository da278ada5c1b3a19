"""Who is looking, and which pages and actions exist: one table, so that nothing is open without a rule."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from voorkant import ROOT
from voorkant.cube.reader import DETAIL as DETAIL_CUBE
from voorkant.cube.reader import REGIO
from voorkant.declare.userfolder import Owner
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.ui import grounds, signed
from voorkant.ui.permits import ACTIONS, DETAIL, LEVELS, ROLES, WHOLE, WIDE, WORDS, level_of

__all__ = ["ACTIONS", "LEVELS", "ROLES", "WORDS"]

P = ParamSpec("P")
R = TypeVar("R")

ALL = frozenset({"*"})

SELECTION = frozenset(
    {"gemeente", "programma", "inzet", "uitkomst", "niveau", "gebied", "periode", "van", "tot", "openbaar"}
)
"""The controls of a page of figures."""
SINGLE = SELECTION - {"inzet", "uitkomst"} | {"maat"}
"""Those of a page of one of them."""


@dataclass(frozen=True)
class PageRule:
    """A page of the menu: where it stands, what it takes to open it and which controls it uses.

    `public`: what is on it is meant for outside, so it shows the public figures, whatever the user may see.
    `detail`: what is on it are true counts, so it is marked as such and no link leads to what was chosen on it.
    """

    section: str
    title: str
    path: str
    action: str
    controls: frozenset[str]
    needs_publication: bool = True
    public: bool = False
    detail: bool = False

    @property
    def file(self) -> Path:
        return ROOT / self.path


PAGES = (
    PageRule("Beeld", "Overzicht", "pages/beeld/overzicht.py", "bekijk_overzicht", SELECTION),
    PageRule(
        "Beeld", "Voorkant & achterkant", "pages/beeld/voorkant_achterkant.py",
        "bekijk_beeld", SELECTION,
    ),
    PageRule("Beeld", "Eén maat", "pages/beeld/maat.py", "bekijk_beeld", SINGLE),
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
        "Werkt het?", "Detail per plek", "pages/werkt_het/detail.py", DETAIL, frozenset({"gemeente"}), detail=True,
    ),
    PageRule(
        "Werkt het?", "Kosten", "pages/werkt_het/kosten.py",
        "bekijk_pilots", frozenset({"gemeente", "openbaar", "pilot"}),
    ),
    PageRule(
        "Raad", "Vragen van de raad", "pages/raad/vragen.py",
        "bekijk_raad", frozenset({"gemeente"}), public=True,
    ),
    PageRule("Raad", "Raadsbrief", "pages/raad/raadsbrief.py", "bekijk_brieven", frozenset({"gemeente"}), public=True),
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
        "Verantwoording", "Bescherming", "pages/verantwoording/bescherming.py",
        "bekijk_bescherming", frozenset({"gemeente"}), public=True,
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
    """Who is looking. `scopes` are gemeente codes, or `*` for all; `level` is the highest protection level held.

    `personal`: whether it is known who it is. Without a login it is not, and true counts take that.
    `subject`: the person, as the provider tells one from another.
    """

    name: str
    roles: frozenset[str]
    scopes: frozenset[str]
    level: Protection
    personal: bool = True
    subject: str = ""

    @property
    def owner(self) -> Owner:
        """Whose a thing is that someone keeps for themselves: two people may have one name."""
        return Owner(self.name, self.subject)

    @property
    def role(self) -> str:
        """As a log names it: all roles that the user has."""
        return ", ".join(sorted(self.roles))

    def may(self, action: str) -> bool:
        """Whether one of the roles may do it. KeyError for an action that nobody declared."""
        if not self.roles & ACTIONS[action]:
            return False
        if action == DETAIL:
            return bool(self.detail)
        return action not in WHOLE or self.holds_all

    def holds(self, scope: str) -> bool:
        """Whether a gemeente is the user's own."""
        return "*" in self.scopes or (scope != REGIO and scope in self.scopes)

    @property
    def holds_all(self) -> bool:
        """Whether all gemeenten that share this home are the user's own."""
        return "*" in self.scopes or grounds.region() <= self.scopes

    def may_read(self, scope: str, protection: str) -> bool:
        """Whether a cube is open to this user: the region's public one always, a gemeente's by scope and level."""
        match protection:
            case Protection.OPENBAAR:
                return scope == REGIO or self.holds(scope) or WIDE in self.roles
            case Protection.INTERN:
                return self.level == Protection.INTERN and self.holds(scope) and self.may("bekijk_intern")
        programme = protection.removeprefix(DETAIL_CUBE)
        return programme != protection and programme in self.detail and self.may_read(scope, Protection.INTERN)

    def level_in(self, scope: str) -> Protection:
        """The level at which this user sees a gemeente."""
        return Protection.INTERN if self.may_read(scope, Protection.INTERN) else Protection.OPENBAAR

    @property
    def detail(self) -> frozenset[str]:
        """The programmes of which true counts may be seen: a ground is recorded for one of the user's roles."""
        if not self.personal or self.level != Protection.INTERN:
            return frozenset()
        mine = self.roles & ACTIONS[DETAIL]
        return frozenset(slug for slug, ground in grounds.detail().items() if mine & set(ground.roles))


LOCAL = User(name="lokale modus", roles=ROLES, scopes=ALL, level=Protection.INTERN, personal=False)
"""The one user of an app that answers its own machine only; `detail` takes a login."""


def current_user() -> User:
    """Who is looking. Problem when people sign in here and nobody did, or someone without access."""
    login = signed.settings()
    if login is None:
        return LOCAL
    found = signed.granted(login)
    return User(found.name, found.roles, found.scopes, level_of(found.roles), subject=found.subject)


def require(action: str) -> None:
    """Problem when the current user may not do it; checked where the work is done, not only in the menu."""
    user = current_user()
    if not user.may(action):
        denied(user, action)
        raise Problem(f"{user.name} heeft geen toegang tot dit onderdeel. Vraag de beheerder om de juiste rol.")


def require_own(*scopes: str) -> None:
    """Problem when one of the gemeenten is not the current user's; what is kept about it is not theirs either."""
    user = current_user()
    if foreign := [scope for scope in scopes if not user.holds(scope)]:
        denied(user, f"van {foreign[0]}")
        raise Problem("Dit hoort bij een gemeente waar deze gebruiker geen toegang toe heeft.")


def denied(user: User, what: str) -> None:
    """Put on record that someone was refused: an action, or what of which gemeente."""
    from voorkant.ui import audit  # noqa: PLC0415 - which asks this file who is looking

    audit.denied(user.name, user.role, what)


def requires(action: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """The same as a decorator."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def checked(*args: P.args, **kwargs: P.kwargs) -> R:
            require(action)
            return function(*args, **kwargs)

        return checked

    return decorate


def opens(stem: str) -> bool:
    """Whether the page with a URL path is in the menu of the current user; the first page has none and is always."""
    if not stem:
        return True
    user = current_user()
    return any(user.may(rule.action) for rule in PAGES if rule.path.endswith(f"/{stem}.py"))


def menu() -> list[PageRule]:
    """The pages that exist and that the current user may open."""
    user = current_user()
    return [rule for rule in _there() if user.may(rule.action)]


@cache
def _there() -> tuple[PageRule, ...]:
    """Which files there are does not change while the app runs, and every link asks for the menu."""
    return tuple(rule for rule in PAGES if rule.file.exists())
