"""What stands before the menu: the page to sign in, the page of who has no access, and who is signed in."""

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import streamlit as st

from voorkant.declare.auditlog import Action
from voorkant.declare.claims import Why
from voorkant.domain.problem import Problem
from voorkant.ui import access, audit, privacy, signed
from voorkant.ui.access import User
from voorkant.ui.calm import calm, notice
from voorkant.ui.cookies import SESSION
from voorkant.ui.doorway import TOLD
from voorkant.ui.permits import ROLE_NAMES
from voorkant.ui.sessions import SESSIONS
from voorkant.ui.signed import NoAccess, NotSignedIn

OVER = "afgelopen"
TOLD_WORDS = {
    OVER: "Je sessie is afgelopen. Log opnieuw in; daarna sta je weer hier.",
    "uitgelogd": "Je bent uitgelogd.",
    "mislukt": "Inloggen is niet gelukt. Probeer het opnieuw.",
    "storing": "Inloggen kan nu niet: de inlogdienst van je organisatie antwoordt niet. Probeer het over een paar "
    "minuten opnieuw. Blijft het zo, vraag dan je eigen helpdesk.",
    "logboek": "Inloggen kan nu niet: Voorkant kan zijn logboek niet bijhouden. Waarschuw de beheerder.",
}
"""What the address says about signing in or out, in words."""
WHY_WORDS = {
    Why.NO_NAME: "Je account noemt geen naam of e-mailadres.",
    Why.NO_ROLE: "Je account heeft nog geen rol in Voorkant.",
    Why.NO_GEMEENTE: "Je account hoort nog bij geen gemeente in Voorkant.",
    Why.TOO_MANY: "Je account zit in zoveel groepen dat de inlogdienst ze niet meestuurt.",
}


def passed() -> bool:
    """Whether the one who looks may go on to the menu; else this draws what they can do."""
    try:
        user = access.current_user()
    except NotSignedIn:
        _alone("Inloggen", _sign_in)
    except NoAccess as refusal:
        _alone("Geen toegang", partial(_no_access, refusal))
    except Problem as problem:
        _alone("Voorkant", partial(notice, str(problem)))
    else:
        _asked(user)
        return True
    return False


def _asked(user: User) -> None:
    """Put on record who asks for a page that is not in their menu; what they get is the first that is."""
    asked = PurePosixPath(urlsplit(st.context.url or "").path).name
    rule = next((rule for rule in access.PAGES if rule.file.stem == asked), None)
    if rule and not user.may(rule.action):
        access.denied(user, rule.action)


def _alone(title: str, draw: Callable[[], None]) -> None:
    """One page without a menu, at every address that has a page, so that a link still works after signing in."""
    pages = [
        st.Page(draw, title=title, url_path=rule.file.stem, default=number == 0)
        for number, rule in enumerate(access.PAGES)
    ]
    chosen = st.navigation(pages, position="hidden")
    st.set_page_config(page_title=f"{title} · Voorkant", layout="wide")
    chosen.run()


def _sign_in() -> None:
    login = signed.settings()
    with st.container(key="toegang"):
        st.title("Inloggen", anchor=False)
        if told := TOLD_WORDS.get(st.query_params.get(TOLD, OVER if SESSION in st.context.cookies else "")):
            st.info(told)
        st.write("Voorkant toont cijfers over preventieve hulp aan jeugdigen. Log in met het account van je werk.")
        if st.button("Inloggen", type="primary", key="inloggen"):
            st.login()
        if login:
            st.html(f"<p>Lukt het niet, of heb je nog geen toegang? Vraag het aan: {escape(login.ask)}.</p>")
            st.html(privacy.folded(login))


def _no_access(refusal: NoAccess) -> None:
    who = refusal.refused.name
    with st.container(key="toegang"):
        st.title("Geen toegang", anchor=False)
        st.html(
            f"<p>Je bent ingelogd{f' als <strong>{escape(who)}</strong>' if who else ''}. "
            f"{WHY_WORDS[refusal.refused.why]}</p><p>Vraag toegang aan: <strong>{escape(refusal.login.ask)}</strong>. "
            "Log daarna uit en opnieuw in: dan telt je nieuwe rol.</p>"
        )
        if st.button("Uitloggen", key="uitloggen"):
            st.logout()


def account(*, headed: bool) -> None:
    """In the sidebar: who is signed in, and the way out; in local mode that it is, where the header does not say so."""
    with st.sidebar, calm():
        user = access.current_user()
        if (login := signed.settings()) is None:
            if not headed:
                st.html(
                    '<p class="vk-account"><strong>Lokale modus</strong>alleen op deze computer, zonder inloggen</p>'
                )
            return
        roles = ", ".join(ROLE_NAMES[role] for role in sorted(user.roles))
        st.html(f'<p class="vk-account vk-signed"><strong>{escape(user.name)}</strong>{escape(roles)}</p>')
        with st.container(horizontal=True, key="uitgang"):
            if st.button("Uitloggen", key="uitloggen"):
                st.logout()
            if st.button("Overal uitloggen", key="overal_uitloggen", type="tertiary"):
                _everywhere()
        st.html(privacy.folded(login))


def _everywhere() -> None:
    """Every browser in which this person is signed in, this one last: it goes by the provider."""
    login = signed.settings()
    if login and (mine := signed.session(login)):
        others = SESSIONS.close_others(mine)
        st.logout()
        audit.log(Action.SIGN_OUT_ALL, sessies=others + 1)  # also where this cannot be written, all are out
