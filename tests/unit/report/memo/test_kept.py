"""Nothing of a memo stays in memory once its file is written: a page makes hundreds of them in one process."""

import gc
import sys
from dataclasses import replace

import pytest

from voorkant.report.memo.files import written

FIRST, MORE, FEW = 1, 2, 400
"""Files before anything is counted, files that are, and values that one may leave behind: a document has thousands."""


@pytest.mark.parametrize("suffix", ["docx", "pptx"])
def test_a_file_leaves_nothing_behind(memo, place, suffix):
    def made(number):
        written(replace(memo, about=replace(memo.about, title=f"Brief {number}")), suffix, place)

    for number in range(FIRST):
        made(number)
    gc.collect()
    before = sys.getallocatedblocks()
    for number in range(FIRST, FIRST + MORE):
        made(number)
    gc.collect()
    assert sys.getallocatedblocks() - before < MORE * FEW
