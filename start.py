"""Install, run and test Voorkant with nothing but Python: `python start.py run`; `make` only passes on to this file.

Written in old grammar, so that an old Python prints a sentence instead of a syntax error.
"""

import sys

OLDEST_PYTHON = (3, 11)


def main(arguments):  # type: ignore[no-untyped-def]
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(
            f"Voorkant heeft Python 3.11 of nieuwer nodig; dit is {sys.version.split()[0]}. Installeer een nieuwere "
            "Python (python.org) en geef die op, bijvoorbeeld: make run PYTHON=python3.12"
        )
    from bootstrap.commands import dispatch  # noqa: PLC0415 - an old Python cannot read it

    sys.exit(dispatch(arguments))


if __name__ == "__main__":
    main(sys.argv[1:])
