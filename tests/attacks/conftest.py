"""The walk opens pages as the tests of pages do."""

from tests.pages.conftest import components_found_once

__all__ = ["components_found_once"]
