"""The same services from a command line, without the window.

Each command is one function; what it needs is loaded when it runs, so that `--help` and a refusal are quick.
"""

import sys
import warnings


def run(argv: list[str]) -> int:
    """Run the command of `argv` and return its exit code: 0 done, 1 refused with one sentence, 2 not understood."""
    from exit_desktop.commands.running import run_command  # noqa: PLC0415 - the window needs none of it
    from exit_desktop.system.hardening import harden  # noqa: PLC0415 - see above

    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what a library says to developers is no sentence for a worker
    harden()
    return run_command(argv)
