"""The headings of a page and its parts, as HTML: the browser spends 20 ms more on one that Streamlit makes."""

from html import escape

from voorkant.ui.snapshots import noted


def heading(title: str, lead: str = "") -> None:
    """The heading of a part, with the sentence below it."""
    noted.draw(part(title, lead))


def part(title: str, lead: str = "") -> str:
    """The same, to stand in one element with what follows."""
    return f"<h2>{escape(title)}</h2>" + (f"<p>{escape(lead)}</p>" if lead else "")
