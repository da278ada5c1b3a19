"""The command line. A Problem ends it with its Dutch sentence and exit code, never with a traceback."""

import sys

import typer
from typer.exceptions import TyperException

from voorkant.commands import exports, figures, jobs, keeping, suppliers, taken
from voorkant.commands.analyse import analyse
from voorkant.commands.dictionary import dictionary
from voorkant.commands.doctor import doctor
from voorkant.commands.memo import memo
from voorkant.commands.output import message
from voorkant.declare.jobs import storage_words
from voorkant.domain.problem import Problem

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
                  help="Zien of preventieve jeugdhulp leidt tot minder specialistische jeugdhulp.")  # fmt: skip
for command in (exports.check, exports.build, exports.demo, figures.indicator, suppliers.pseudonymise,
                suppliers.template, dictionary, analyse, memo, doctor):  # fmt: skip
    app.command()(command)
app.command()(jobs.worker)
app.command()(jobs.watch)
app.command()(taken.undo)
app.command()(keeping.purge)
app.command()(keeping.audit)
app.add_typer(keeping.key, name="key")

INTERRUPTED = 130
"""What a shell expects after Ctrl+C, and what typer makes of it."""


def main(arguments: list[str] | None = None) -> None:
    """Run a command and leave with its exit code: 0 done, 1 wrong use, 2 data refused, 3 nothing new."""
    try:
        code = app(args=arguments, standalone_mode=False)
    except TyperException as error:
        message(f"Fout: {_wrong_use(error)}")
        code = 1
    except Problem as problem:
        message(f"Fout: {problem}")
        code = problem.exit_code
    except OSError as error:
        message(f"Fout: {storage_words(error)}")
        code = 1
    except KeyboardInterrupt:  # before or after the command itself
        code = INTERRUPTED
    if code == INTERRUPTED:
        message("Afgebroken. Er is niets gepubliceerd.")
    sys.exit(code or 0)


def _wrong_use(error: TyperException) -> str:
    """What is wrong with the words of a call, in Dutch, and where help is to be had."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "voorkant"
    name = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    if name:
        what = f"de optie {name} {'bestaat niet' if hasattr(error, 'possibilities') else 'heeft een waarde nodig'}."
    elif isinstance(error, typer.BadParameter) and parameter is not None:
        _, found, allowed = error.message.partition(" is not one of ")
        option = parameter.opts[0]
        called = option if option.startswith("-") else parameter.metavar or parameter.name
        what = f"{called} ontbreekt of heeft geen geldige waarde.{f' Kies uit: {allowed}' if found else ''}"
    else:
        what = f"deze opdracht bestaat niet of is niet volledig: {' '.join(sys.argv[1:]) or '(leeg)'}."
    return f"{what} Draai '{command} --help' voor wat er kan."


if __name__ == "__main__":
    main()
