"""What the claims of a provider give someone here: a name, roles and gemeenten; or why not. A pure function."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from voorkant.declare.login import EVERYONE, REGION, Login

LONGEST_NAME = 200


class Why(StrEnum):
    """Why someone who signed in has no access."""

    NO_NAME = "geen_naam"
    NO_ROLE = "geen_rol"
    NO_GEMEENTE = "geen_gemeente"
    TOO_MANY = "te_veel_groepen"


@dataclass(frozen=True)
class Granted:
    """What someone may be. `scopes` are gemeente codes, or `*` for all; `subject` is the person by any name."""

    name: str
    roles: frozenset[str]
    scopes: frozenset[str]
    subject: str = ""

    def within(self, other: "Granted | Refused") -> bool:
        """Whether the other has all of this, and is the same person."""
        return (
            isinstance(other, Granted)
            and (self.name, self.subject) == (other.name, other.subject)
            and self.roles <= other.roles
            and (EVERYONE in other.scopes or self.scopes <= other.scopes)
        )


@dataclass(frozen=True)
class Refused:
    """Someone who signed in and has no access."""

    why: Why
    name: str = ""


def user_of(claims: Mapping[str, Any], login: Login) -> Granted | Refused:
    """Who someone is by these claims. What the settings do not name gives nothing."""
    name = next((text for claim in login.names if (text := _text(claims.get(claim)))), "")
    if not name:
        return Refused(Why.NO_NAME)
    values = frozenset().union(*(_values(claims.get(claim)) for claim in login.claims))
    roles = frozenset(role for role, given in login.roles.items() if values & given)
    if not roles:
        return Refused(Why.TOO_MANY if _left_out(claims, login) else Why.NO_ROLE, name)
    places = {code for code, given in login.gemeenten.items() if values & given or EVERYONE in given}
    if not places:
        return Refused(Why.TOO_MANY if _left_out(claims, login) else Why.NO_GEMEENTE, name)
    scopes = frozenset({"*"}) if REGION in places else frozenset(places)
    return Granted(name, roles, scopes, subject_of(claims))


def subject_of(claims: Mapping[str, Any]) -> str:
    """The person, as the provider tells one from another; empty where it does not, which it must."""
    return f"{claims.get('iss', '')} {claims['sub']}" if claims.get("sub") else ""


def _text(value: Any) -> str:
    """A claim that names someone, in one line."""
    return " ".join(value.split())[:LONGEST_NAME] if isinstance(value, str) else ""


def _values(value: Any) -> frozenset[str]:
    """The texts of a claim; one that is no text or list of texts gives nothing."""
    if isinstance(value, str):
        return frozenset({value})
    return frozenset(item for item in value if isinstance(item, str)) if isinstance(value, list) else frozenset()


def _left_out(claims: Mapping[str, Any], login: Login) -> bool:
    """Entra ID names groups elsewhere for who has more than 200 of them."""
    elsewhere = claims.get("_claim_names")
    return bool(claims.get("hasgroups")) or (isinstance(elsewhere, dict) and bool(set(elsewhere) & set(login.claims)))
