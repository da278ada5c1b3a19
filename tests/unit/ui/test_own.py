"""Choices of a page itself."""

import pytest
import streamlit as st

from voorkant.ui import own


def test_a_key_that_nobody_declared_is_an_error():
    with pytest.raises(KeyError):
        own.choice("vergeten", "Kies", {"a": "A"})


@pytest.mark.parametrize(("sent", "stays"), [("b", "b"), ("Een titel van toen", "a")])
def test_words_that_are_no_choice_any_more_are_not_taken_for_one(monkeypatch, sent, stays):
    monkeypatch.setattr(st, "query_params", {"brief": "a"})
    monkeypatch.setattr(st, "session_state", {"eigen_brief": sent})
    own._keep("brief", ["a", "b"])
    assert st.query_params == {"brief": stays}
