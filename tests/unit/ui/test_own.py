"""Choices of a page itself."""

import pytest

from voorkant.ui import own


def test_a_key_that_nobody_declared_is_an_error():
    with pytest.raises(KeyError):
        own.choice("vergeten", "Kies", {"a": "A"})
