"""What HTML of ours says, as blocks of a memo: headings, sentences and tables, without its buttons, links and marks."""

from html.parser import HTMLParser

from voorkant.report.memo.description import Block, Grid, Heading, Words

ASIDE = frozenset({"a", "button", "details", "input", "pre", "script", "style", "svg"})
"""What a page needs and paper does not: what folds, what can be pressed, and what is drawn."""
DEEP = frozenset({"h3", "h4"})
"""Headings of what stands under a part of a page, such as its tiles."""
HEADINGS = frozenset({"h1", "h2"}) | DEEP
EDGES = HEADINGS | frozenset("article aside blockquote caption dd div dl li ol p section td th ul".split())
"""Where a sentence ends. A heading may be a link, which is then read."""
HIDDEN = {("aria-hidden", "true"), ("class", "vk-noise"), ("class", "vk-checked")}
"""What only an eye reads (a sign beside its word, and two margins above each other), and who of the own people looked
at an answer: what is kept of a page may go outside, and is the same whoever looks at it later."""
VOID = frozenset({"br", "hr", "img", "input", "meta", "link"})


def blocks(markup: str) -> list[Block]:
    """In the order of the page; what is hidden from a screen reader is no word."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    reader.end()
    return reader.found


class _Reader(HTMLParser):
    """Gathers letters until something ends, and then knows what they were."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Block] = []
        self.aside = 0
        self.led = False  # whether something was left out of the sentence
        self.letters: list[str] = []
        self.term = ""
        self.heading = ""
        self.rows: list[list[str]] | None = None
        self.caption = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.letters.append(" ")
        elif self.aside or ((tag in ASIDE and not self.heading) or HIDDEN & set(attrs)):
            self.aside += 1
            self.led = True
        elif tag in EDGES or tag == "dt":
            self.end()
            self.heading = tag if tag in HEADINGS else ""
        elif tag == "table":
            self.end()
            self.rows = []
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in ("small", "span"):
            self.letters.append("; " if tag == "small" and self.rows is not None else " ")

    def handle_endtag(self, tag: str) -> None:
        if self.aside:
            self.aside -= 1
        elif tag == "dt":
            self.term = self._said()
        elif tag == "caption":
            self.caption = self._said()
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append(self._said())
        elif tag == "table":
            self._table()
        elif tag in EDGES:
            self.end()

    def handle_data(self, data: str) -> None:
        if not self.aside:
            self.letters.append(data)

    def _said(self) -> str:
        said = " ".join("".join(self.letters).split())
        self.letters.clear()
        return said

    def end(self) -> None:
        """What was gathered is a heading or a sentence; nothing of a table, whose cells end themselves."""
        if self.rows is not None:
            return
        said = self._said()
        if said and not (self.led and said.endswith(":")):  # to links alone, which paper does not have
            told = f"{self.term}: {said}" if self.term else said
            made = Heading(said, self.heading in DEEP) if self.heading else Words("", told, told, fixed=True)
            self.found.append(made)
            self.term = ""
        self.heading, self.led = "", False

    def _table(self) -> None:
        rows, self.rows = self.rows or [], None
        self.letters.clear()
        if len(rows) > 1:
            self.found.append(Grid(self.caption, tuple(rows[0]), tuple(map(tuple, rows[1:]))))
        self.caption = ""
