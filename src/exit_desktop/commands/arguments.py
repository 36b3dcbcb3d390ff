"""How a command line is written: the commands, what each takes, and help in the worker's language."""

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from exit_desktop.commands.refusals import (
    ArgumentMissing,
    ArgumentUnknown,
    ArgumentWrong,
    CommandMissing,
    CommandUnknown,
    UsageFault,
)
from exit_desktop.system.language import Language, Texts, mark

PROGRAM = "exit-desktop"
FLAGS = frozenset(
    {
        "--json",
        "--large",
        "--with-id",
        "--preview",
        "--clear-text",
        "--make-only",
        "--new-keys",
        "--force",
        "--help",
        "-h",
    }
)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: where its function is, its sentence in the help, and what it takes besides the common options."""

    place: str
    sentence: str
    takes: Callable[[argparse.ArgumentParser, Texts], None]


def _vault(parser: argparse.ArgumentParser, t: Texts) -> None:
    parser.add_argument("vault", metavar="VAULT", type=Path, help=t("the folder of the vault"))


def _citizen(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    parser.add_argument("citizen", metavar="CITIZEN", help=t("what the citizen is called here, in any case of letters"))


def _out(parser: argparse.ArgumentParser, t: Texts, required: bool = True) -> None:
    parser.add_argument("--out", metavar="FILE", type=Path, required=required, help=t("the file to write"))


def _practice(parser: argparse.ArgumentParser, t: Texts) -> None:
    invented = t("how many citizens to invent (a dozen); 0 for an empty vault")
    parser.add_argument("--citizens", metavar="N", type=_count, help=invented)
    parser.add_argument("--seed", metavar="S", type=int, default=1, help=t("another number invents other people"))
    parser.add_argument("--make-only", action="store_true", help=t("make the vault and open no window"))


def _new(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    parser.add_argument(
        "--recovery-sheet", metavar="PDF", type=Path, required=True, help=t("where the recovery sheet is written")
    )
    parser.add_argument("--recovery-key-file", metavar="TXT", type=Path, help=t("where the recovery key is written"))
    parser.add_argument("--worker", metavar="CODE", default="A", help=t("the worker's code, 1 to 12 characters"))
    parser.add_argument("--role", choices=["worker", "coordinator"], default="worker", help=t("which pages are shown"))


def _plan(parser: argparse.ArgumentParser, t: Texts) -> None:
    _sheet(parser, t)
    parser.add_argument("--large", action="store_true", help=t("large print"))


def _sheet(parser: argparse.ArgumentParser, t: Texts) -> None:
    _citizen(parser, t)
    _out(parser, t)
    parser.add_argument("--with-id", action="store_true", help=t("with what the citizen is called here"))


def _file_of(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    _out(parser, t)


def _card(parser: argparse.ArgumentParser, t: Texts) -> None:
    _file_of(parser, t)
    parser.add_argument(
        "--new-keys", action="store_true", help=t("with new keys, signed by the older ones; everyone confirms it anew")
    )


def _confirm(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    parser.add_argument("card", metavar="CARD", type=Path, help=t("the other's contact card"))
    parser.add_argument("--words", metavar="WORDS", required=True, help=t("the eight words that its owner read out"))


def _clear_file(parser: argparse.ArgumentParser, t: Texts) -> None:
    _file_of(parser, t)
    parser.add_argument("--clear-text", action="store_true", help=t("yes, anyone may be able to read the file"))


def _sharing(parser: argparse.ArgumentParser, t: Texts) -> None:
    _citizen(parser, t)
    choices = ["nothing", "coded", "full"]
    parser.add_argument("sharing", choices=choices, help=t("what the citizen said the coordinator may see"))


def _export(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    _out(parser, t, required=False)
    parser.add_argument("--to", metavar="CARD", type=Path, help=t("the contact card of the receiver"))
    parser.add_argument(
        "--citizen",
        metavar="ALIAS",
        dest="citizens",
        action="extend",
        nargs="+",
        help=t("only these citizens; without it, everyone"),
    )
    parser.add_argument("--preview", action="store_true", help=t("show what would leave, and write nothing"))


def _file(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    parser.add_argument("file", metavar="FILE", type=Path, help=t("the file to read"))


def _packages(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    what = t("a package, or a folder with packages")
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help=what)


def _receipts(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    parser.add_argument("--out", metavar="FOLDER", type=Path, help=t("write receipts for what came into this folder"))
    parser.add_argument("--code", metavar="CODE", help=t("a receipt code that was read out"))


def _passphrase(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    parser.add_argument(
        "--new-passphrase-file", metavar="FILE", type=Path, help=t("the new passphrase; asked for without it")
    )


def _rekey(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    parser.add_argument(
        "--recovery-sheet", metavar="PDF", type=Path, help=t("also make a new recovery sheet, and write it here")
    )


def _recover(parser: argparse.ArgumentParser, t: Texts) -> None:
    _passphrase(parser, t)
    parser.add_argument(
        "--recovery-key-file", metavar="FILE", type=Path, required=True, help=t("the recovery key, as on the sheet")
    )


def _backup(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    place = t("a stick, a network drive or another folder; without it, beside the vault")
    parser.add_argument("--to", metavar="FOLDER", type=Path, help=place)


def _report(parser: argparse.ArgumentParser, t: Texts) -> None:
    _vault(parser, t)
    day = date.fromisoformat
    parser.add_argument("--on", metavar="DATE", type=day, help=t("how things stood at the end of this day; today"))
    began = t("only courses that began from the first day of a quarter on")
    parser.add_argument("--started-from", metavar="DATE", type=day, help=began)
    until = t("only courses that had begun by the last day of a quarter")
    parser.add_argument("--started-until", metavar="DATE", type=day, help=until)
    parser.add_argument("--workers", metavar="CODE", nargs="+", help=t("only the courses of these workers"))
    parser.add_argument("--projects", metavar="TOWN", nargs="+", help=t("only the courses of these towns"))
    parser.add_argument("--goal", choices=["exit", "better_conditions"], help=t("only courses with this goal"))
    who5 = t("when well-being counts as improved; else as set in the vault")
    parser.add_argument("--who5", choices=["ten_percent", "ten_points"], help=who5)


def _restore(parser: argparse.ArgumentParser, t: Texts) -> None:
    which = t("the backup, or a folder with several: the newest whole one is taken")
    parser.add_argument("backup", metavar="BACKUP", type=Path, help=which)
    becomes = t("the folder of the vault that it becomes; a vault there is kept aside")
    parser.add_argument("--to", metavar="VAULT", dest="vault", type=Path, required=True, help=becomes)
    key = t("the recovery key, as on the sheet; without it, the passphrase")
    parser.add_argument("--recovery-key-file", metavar="FILE", type=Path, help=key)


COMMANDS = {
    "practice": Command("vaults:practise", mark("Open the program with invented people."), _practice),
    "new": Command("vaults:make", mark("Make a new vault."), _new),
    "check": Command("vaults:check", mark("Look through the whole vault, with figures."), _vault),
    "show": Command("courses:show", mark("Show where a citizen's course stands."), _citizen),
    "plan": Command("papers:plan", mark("Write the activity plan as a PDF."), _plan),
    "sheet": Command("papers:sheet", mark("Write the citizen's sheet as a PDF: star and well-being."), _sheet),
    "card": Command("cards:card", mark("Write your own contact card."), _card),
    "confirm": Command("cards:confirm", mark("Confirm another's contact card by its words."), _confirm),
    "identity": Command("cards:identity", mark("Write your own age identity, for a stock age program."), _clear_file),
    "sharing": Command("courses:share", mark("Write down what the coordinator may see."), _sharing),
    "export": Command("bundles:export", mark("Seal a package to a confirmed contact card."), _export),
    "open-bundle": Command("bundles:open_received_file", mark("Verify a package and list what is in it."), _file),
    "import": Command("receiving:take_in", mark("Take in packages that were sent to this vault."), _packages),
    "receipts": Command(
        "receiving:receipts",
        mark("Show who has what: packages that came, and what became of those sent."),
        _receipts,
    ),
    "dump": Command("dumps:dump", mark("Write everything as open lines of JSON."), _clear_file),
    "load": Command("dumps:load", mark("Read a dump into the vault."), _file),
    "passphrase": Command("vaults:passphrase", mark("Change the passphrase."), _passphrase),
    "rekey": Command("vaults:rekey", mark("Give the vault new keys; the recovery sheet stays valid."), _rekey),
    "backup": Command("backups:backup", mark("Make a tested backup."), _backup),
    "restore": Command("backups:restore", mark("Put a backup in the place of a vault."), _restore),
    "report": Command("report:report", mark("Make the evaluation report, with small numbers hidden."), _report),
    "recover": Command("vaults:recover", mark("Open with the recovery key and set a new passphrase."), _recover),
}


def _count(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 100_000:
        raise ValueError
    return number


def _common(parser: argparse.ArgumentParser, t: Texts) -> None:
    group = parser.add_argument_group(t("Everywhere, before or after the command"))
    group.add_argument("--passphrase-file", metavar="FILE", type=Path, help=t("the passphrase; asked for without it"))
    group.add_argument("--data-dir", metavar="DIR", type=Path, help=t("keep everything of this run in one folder"))
    group.add_argument("--language", type=Language, choices=list(Language), help=t("the language of the answer"))
    group.add_argument("--json", action="store_true", help=t("answer with one JSON document"))
    group.add_argument("--today", metavar="DATE", type=date.fromisoformat, help=t("another day, in practice vaults"))
    group.add_argument("--force", action="store_true", help=t("write over a file that is already there"))
    group.add_argument("-h", "--help", action="help", help=t("show this help"))


def name_of(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the command's name and what stands around it, in order: options may stand on either side."""
    at = 0
    while at < len(arguments):
        word = arguments[at]
        if not word.startswith("-"):
            return word, [*arguments[:at], *arguments[at + 1 :]]
        at += 1 if word in FLAGS or "=" in word else 2
    return None, list(arguments)


def spoken_language(arguments: Sequence[str], usual: str) -> str:
    """Return the language asked for on the command line, before anything else is understood."""
    joined = re.search(r"(?:^|\0)--language[=\0](da|en)(?:\0|$)", "\0".join(arguments))
    return joined[1] if joined else usual


def read_arguments(arguments: Sequence[str], t: Texts) -> argparse.Namespace:
    """Return what is wished; raises UsageFault, or prints help and raises SystemExit(0)."""
    name, rest = name_of(arguments)
    if name is None:
        if {"-h", "--help"} & set(rest):
            _print_overview(t)
        raise CommandMissing
    if name not in COMMANDS:
        raise CommandUnknown(name=name)
    command = COMMANDS[name]
    parser = _Parser(t, f"{PROGRAM} {name}", t(command.sentence))
    command.takes(parser, t)
    _common(parser, t)
    wish = parser.parse_args(rest)
    wish.command = name
    return wish


def _print_overview(t: Texts) -> NoReturn:
    width = max(map(len, COMMANDS))
    lines = [f"{PROGRAM} [COMMAND] [VAULT] …", "", t("Without a command, the window opens."), ""]
    lines += [f"  {name.ljust(width)}  {t(command.sentence)}" for name, command in COMMANDS.items()]
    print("\n".join(lines))
    raise SystemExit(0)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong through a UsageFault, and its headings in the worker's language."""

    def __init__(self, t: Texts, program: str, description: str) -> None:
        super().__init__(prog=program, description=description, add_help=False, allow_abbrev=False)
        self._t = t

    def format_help(self) -> str:
        """Return the help, its two headings translated (argparse has no other way in)."""
        text = super().format_help()
        words = {"usage: ": self._t("Usage: "), "positional arguments:": self._t("Say:"), "options:": self._t("Also:")}
        for english, own in words.items():
            text = re.sub(rf"^{english}", own, text, count=1, flags=re.MULTILINE)
        return text

    def error(self, message: str) -> NoReturn:
        """Raise the UsageFault that says what argparse says in English."""
        kind, _, names = message.partition(": ")
        if kind == "the following arguments are required":
            raise ArgumentMissing(names=names)
        if kind == "unrecognized arguments":
            raise ArgumentUnknown(names=names)
        if kind.startswith("argument "):
            raise ArgumentWrong(name=kind.removeprefix("argument "))
        raise UsageFault
