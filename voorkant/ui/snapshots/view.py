"""Keeping a whole view as a snapshot, and on a page that was opened from one: what is different there since."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import escape
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import streamlit as st

from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.memo.frozen import since_view
from voorkant.report.memo.seen import Seen, View
from voorkant.report.rows import Publication
from voorkant.text import periods
from voorkant.text import snapshots as words
from voorkant.ui import access, cache, controls, own
from voorkant.ui.access import PageRule
from voorkant.ui.intake.act import act
from voorkant.ui.panels.notice import notice
from voorkant.ui.snapshots import changed, keeping, noted

KEY, NEW = "opname", "nieuw"
NOT_HERE = frozenset({"Raadsbrief", "Momentopnamen", "Gegevens inladen", "Bescherming"})
"""Pages that keep what is theirs in another way, or show no figures; who did what; and never one of true counts."""
PAGE = "pages/raad/momentopnamen.py"


def _can_be_kept(rule: PageRule) -> bool:
    return not rule.detail and rule.title not in NOT_HERE


def markup(rule: PageRule, chosen: Selection) -> str:
    """HTML of the link that asks to keep this view: a plain one, so that it costs a page nothing."""
    if not _can_be_kept(rule) or not _may_keep(chosen.gemeente):
        return ""
    address = reached(f"{_address(rule, chosen)}&{KEY}={NEW}")
    return f'<a class="vk-keep" href="{escape(address)}" target="_self">{words.KEEP}</a>'


def _may_keep(gemeente: str) -> bool:
    user = access.current_user()
    return user.may(keeping.ACTION) and user.holds(gemeente)


def _address(rule: PageRule, chosen: Selection) -> str:
    """Path and parameters of this view as the public may see it, wherever the app runs later."""
    link = urlsplit(controls.link(replace(chosen, protection=Protection.OPENBAAR)))
    asked = {key: value for key, value in parse_qsl(link.query) if key != KEY}
    return f"{rule.file.stem}?{urlencode(asked)}"


def reached(address: str) -> str:
    """As it is asked for by who looks now: the first page of a menu has no path, and menus differ by role."""
    page, _, asked = address.partition("?")
    return f"./?{asked}" if page == access.menu()[0].file.stem else f"./{page}?{asked}"


@contextmanager
def around(rule: PageRule, chosen: Selection) -> Iterator[None]:
    """A run of a page; where its address asks so, what it shows is noted, and can be kept or compared."""
    asked = st.query_params.get(KEY)
    if asked is None or not _can_be_kept(rule):
        yield
        return
    place = st.container(key="momentopname")
    with noted.noting() as seen:
        yield
    with place:
        if not rule.public and chosen.protection != Protection.OPENBAAR:
            notice(words.KEEP, words.ONLY_PUBLIC)
        elif asked == NEW:
            _offer(_view(rule, chosen), seen)
        else:
            _compare(asked, _view(rule, chosen), seen)


def _view(rule: PageRule, chosen: Selection) -> View:
    public = replace(chosen, protection=Protection.OPENBAAR)
    of = Publication.of(cache.about(public.gemeente, public.protection))
    until = periods.day(of.data_until) if of.data_until else "onbekend"
    base = urljoin(st.context.url or "", "./momentopnamen")
    return View(
        page=rule.title,
        gemeente=chosen.gemeente,
        place=controls.words("gemeente").rpartition(" (")[0],
        address=_address(rule, chosen),
        choices=_choices(rule),
        period=periods.period(chosen.last) if "tot" in rule.controls and chosen.last else until,
        publication=of,
        link=f"{base}?gemeente={chosen.gemeente}&{KEY}={{code}}",
    )


def _choices(rule: PageRule) -> dict[str, str]:
    """What stood in the sidebar, in words, and what the page itself let choose, as it stands in the address."""
    used = sorted(rule.controls - {"openbaar"})  # it always is
    beside = {key.capitalize(): controls.words(key) for key in used if controls.words(key)}
    return beside | {key.capitalize(): said for key, said in own.parameters().items() if key != KEY}


def _offer(view: View, seen: Seen) -> None:
    """What will be kept, and the button that does it."""
    if not _may_keep(view.gemeente):
        notice(words.KEEP, words.NOT_YOURS)
    elif not seen.blocks:
        notice(words.KEEP, words.NOTHING)
    else:
        notice(words.KEEP, words.OFFER)
        act(words.KEEP, "momentopname_bewaren", lambda: _keep(view, seen), main=True)


def _keep(view: View, seen: Seen) -> None:
    """Kept as it is; then that is what the reader sees."""
    code = keeping.freeze_view(view, seen)
    st.switch_page(PAGE, query_params={KEY: code})


def _compare(code: str, view: View, seen: Seen) -> None:
    """What the snapshot said otherwise; only where it is one of this very view."""
    item = keeping.here(view.gemeente).get(code)
    if item is None or not item.view:
        notice(words.COMPARE, words.NO_SUCH)
    elif not _is_same(item.view, view.address):
        notice(words.COMPARE, words.OTHER_VIEW)
    else:
        changed.show(since_view(item, view, seen), words.compared(item.code, item.at))


def _is_same(kept: str, shown: str) -> bool:
    """Whether the page stands at all that was chosen then; what a later version lets choose beside it is new."""
    (page, _, asked), (here, _, now) = kept.partition("?"), shown.partition("?")
    return page == here and set(parse_qsl(asked)) <= set(parse_qsl(now))
