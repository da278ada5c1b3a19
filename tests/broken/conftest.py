"""The builds of this folder have as many threads as the product's: no figure may hang on the order of rows."""

from collections.abc import Iterator

import pytest

from voorkant.builder import database

THREADS = database.THREADS
"""As it was when this was read, before any test."""


@pytest.fixture(autouse=True, scope="module")
def threads_of_the_product() -> Iterator[None]:
    assert THREADS > 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "THREADS", THREADS)
        yield
