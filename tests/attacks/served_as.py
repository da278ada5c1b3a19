"""Start the app with the users of roleworld.py: a browser says in a cookie who it is. No such seam is in the product.

`python -m tests.attacks.served_as <options of streamlit run>`
"""

import sys

import streamlit as st
from streamlit.web import cli

from tests.attacks.roleworld import OTHER, STRANGER, USERS, user
from voorkant import ROOT
from voorkant.ui import access
from voorkant.ui.access import User

WHO = "proef"


def who() -> User:
    """Nobody without the cookie, as behind a login."""
    return {**USERS, STRANGER: user("raad", OTHER)}[st.context.cookies[WHO]]


if __name__ == "__main__":
    access.current_user = who
    sys.argv = ["streamlit", "run", str(ROOT / "app.py"), *sys.argv[1:]]
    cli.main()
