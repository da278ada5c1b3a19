"""A memo as one HTML file that needs no server: for the council's archive, readable by everyone."""

from html import escape
from pathlib import Path

from voorkant.report.memo.description import Memo
from voorkant.report.memo.markup import body

LOOK = Path(__file__).with_name("memo.css")


def write(memo: Memo) -> bytes:
    """The same bytes for the same memo; no script, and nothing from elsewhere."""
    about = memo.about
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="content-security-policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(about.title)} ({escape(about.place)})</title>\n"
        f"<style>{LOOK.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n<main>{body(memo)}</main>\n</body>\n</html>\n"
    ).encode()
