"""What people write stands on a page as they wrote it: to a parser of Markdown it is one paragraph of plain text."""

import pytest
from markdown_it import MarkdownIt

from voorkant.ui.literally import literally


@pytest.mark.parametrize(
    "text",
    ["**vet** en _schuin_", "[klik](https://elders.nl)", "![](https://elders.nl/x.png)", "# kop", "- punt", "+ punt",
     "1. een", "2) twee", "`code`", "<b>x</b>", "a | b", "\\*", "&amp;", "~~weg~~", "agb_code (GM9901), 12-5"],
)  # fmt: skip
def test_nothing_comes_of_it(text):
    found = MarkdownIt("commonmark").parse(literally(text))
    assert [part.type for part in found] == ["paragraph_open", "inline", "paragraph_close"]
    assert {part.type for part in found[1].children} <= {"text", "text_special"}
    assert "".join(part.content for part in found[1].children) == text


def test_no_colour_or_formula_of_streamlit():
    assert literally(":red[x] $x$ :smile: om 12:30") == r"\:red\[x\] \$x\$ \:smile: om 12:30"


def test_a_usual_name_stays_as_it_is():
    name = "ojg_contacten 2025-2.csv (versie 3), j.jansen@x.nl"
    assert literally(name) == name
