"""Codes and the elfproef."""

import pytest

from voorkant.domain import codes


@pytest.mark.parametrize(
    ("digits", "expected"), [("123456782", True), ("123456783", False), ("000000000", False), ("10000008", True)]
)
def test_the_elfproef(digits: str, expected: bool) -> None:
    assert codes.is_bsn(digits) is expected


@pytest.mark.parametrize(("text", "expected"), [("14", "GM0014"), ("gm0014", "GM0014"), ("00014", None), ("0", None)])
def test_gemeente(text: str, expected: str | None) -> None:
    assert codes.gemeente_code(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("WK001400", "WK001400"), ("1400", None), ("01400", "WK001400"), ("001400", "WK001400"), ("WK0363mb", "WK0363MB")],
)
def test_wijk(text: str, expected: str | None) -> None:
    assert codes.wijk_code(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NL00", "NL00"),
        ("NL01", "NL00"),
        ("GM14", "GM0014"),
        ("WK001400", "WK001400"),
        ("001400", "WK001400"),
        ("x", None),
    ],
)
def test_area(text: str, expected: str | None) -> None:
    assert codes.area_code(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("1234567", "01234567"), ("123456", None), ("00000000", None)])
def test_agb(text: str, expected: str | None) -> None:
    assert codes.agb_code(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("12ab00", "12AB00"), ("12AB|00", "12AB00"), ("AB1200", None)])
def test_brin(text: str, expected: str | None) -> None:
    assert codes.brin_code(text) == expected
