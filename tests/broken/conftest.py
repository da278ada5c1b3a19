"""The builds of this folder have the threads of a large home: no figure may hang on the order of rows."""

from collections.abc import Iterator

import pytest

from voorkant.builder import database


@pytest.fixture(autouse=True, scope="module")
def threads_of_a_large_home() -> Iterator[None]:
    assert database.THREADS > 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "MUCH", -1)
        yield
