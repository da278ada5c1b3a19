"""Small files and small functions: what a reader can hold in mind."""

import ast
from statistics import median, quantiles

import pytest

from tests.repo.tree import PRODUCT, files, functions, name, parsed

LONGEST_FILE, MEDIAN_FILE = 300, 100
LONGEST_FUNCTION, MEDIAN_FUNCTION, P90_FUNCTION = 50, 10, 30
MOST_ARGUMENTS = 5
PYTHON = files(*PRODUCT, endings=(".py",))


def lines(path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def length(function: ast.FunctionDef) -> int:
    return function.end_lineno - function.lineno + 1


def arguments(function: ast.FunctionDef) -> int:
    """How much a caller must know. An option of the command line is no argument that anyone passes."""
    given = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    if any(ast.unparse(item.annotation or item).startswith("Annotated[") for item in given):
        return 0
    return len([item for item in given if item.arg not in {"self", "cls"}])


def test_no_file_is_long():
    looked_at = files(*PRODUCT, "queries", "bench", endings=(".py", ".sql", ".js", ".css"))
    assert [(name(path), lines(path)) for path in looked_at if lines(path) > LONGEST_FILE] == []


def test_most_files_fit_on_two_screens():
    assert median(lines(path) for path in PYTHON) <= MEDIAN_FILE


def test_no_function_is_long():
    long = [(name(path), item.name) for path in PYTHON for item in functions(path) if length(item) > LONGEST_FUNCTION]
    assert long == []


def test_most_functions_are_short():
    sizes = [length(item) for path in PYTHON for item in functions(path)]
    assert median(sizes) <= MEDIAN_FUNCTION
    assert quantiles(sizes, n=10)[-1] <= P90_FUNCTION


def test_no_function_asks_much():
    asking = [
        (name(path), item.name) for path in PYTHON for item in functions(path) if arguments(item) > MOST_ARGUMENTS
    ]
    assert asking == []


@pytest.mark.parametrize(("folder", "most"), [("app.py", 60), ("pages", 80)])
def test_what_reads_as_a_table_of_contents_stays_short(folder, most):
    assert [name(path) for path in files(folder, endings=(".py",)) if lines(path) > most] == []


def test_every_module_says_what_it_is():
    silent = [name(path) for path in files(*PRODUCT, "tests", "bench", endings=(".py",)) if not says(path)]
    assert silent == []


def says(path) -> bool:
    text = path.read_text(encoding="utf-8")
    return not text.strip() or ast.get_docstring(parsed(path)) is not None
