"""Problems that a person can mend: a Dutch sentence that says what is wrong and what to do."""


class Problem(Exception):  # noqa: N818 - it reads as what it is: a problem of the user, not an error of ours
    """Ends the command or the page with its sentence and exit code, never with a traceback."""

    exit_code = 1


class DataRefused(Problem):
    """A file, declaration or cube was refused as a whole; what was published stays published."""

    exit_code = 2
