"""Runs one command: understands the line, does the work, prints one answer, says one sentence where it is refused."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

from exit_desktop.commands.arguments import COMMANDS, read_arguments, spoken_language
from exit_desktop.commands.refusals import DataFolderNotUsable, Unexpected, UsageFault
from exit_desktop.errors import Failure
from exit_desktop.services.telling import sentence_of
from exit_desktop.system.language import Language, Texts

if TYPE_CHECKING:
    from exit_desktop.commands.work import Work

DONE, REFUSED, NOT_UNDERSTOOD, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says when it is done: one JSON document, or the lines for a person. `always_json`: no lines."""

    document: object = field(repr=False)
    lines: tuple[str, ...] = field(repr=False, default=())
    always_json: bool = False
    refusal: Failure | None = None


def run_command(argv: list[str]) -> int:
    """Run the command of `argv`, print its answer and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    t = Texts(spoken_language(argv, Language.DANISH))
    try:
        return _perform(argv, t)
    except Failure as failure:
        return _refuse(failure, t, NOT_UNDERSTOOD if isinstance(failure, UsageFault) else REFUSED)
    except SystemExit:  # the help was asked for and printed
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return REFUSED
    except Exception:
        return _refuse(Unexpected(), t, REFUSED)


def _perform(argv: list[str], t: Texts) -> int:
    wish = read_arguments(argv, t)
    from exit_desktop.commands.work import begin_work  # noqa: PLC0415 - help and a usage fault need none of it

    try:
        work = begin_work(wish, t)
    except OSError:
        raise DataFolderNotUsable from None
    try:
        answer = _function(wish.command)(work)
    except (Failure, BrokenPipeError):
        raise
    except Exception:
        _note_fault(work)
        raise Unexpected from None
    if wish.json or answer.always_json:
        print(json.dumps(answer.document, ensure_ascii=False, indent=1, default=_plain))
    else:
        print("\n".join(answer.lines))
    return DONE if answer.refusal is None else _refuse(answer.refusal, t, REFUSED)


def _function(name: str) -> "Callable[[Work], Answer]":
    module, _, function = COMMANDS[name].place.partition(":")
    found: Callable[[Work], Answer] = getattr(import_module(f"exit_desktop.commands.{module}"), function)
    return found


def _refuse(failure: Failure, t: Texts, code: int) -> int:
    print(sentence_of(failure, t), file=sys.stderr)
    return code


def _note_fault(work: "Work") -> None:
    from exit_desktop.system import log  # noqa: PLC0415 - hopefully never needed

    kind, fault, trace = sys.exc_info()
    handler = log.start_log(work.places.runtime_dir)
    if kind is not None and fault is not None:
        log.note_crash(kind, fault, trace)
    log.stop_log(handler)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _speak_utf8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
