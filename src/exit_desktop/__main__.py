"""The `exit-desktop` command: opens the window, or runs one command without loading Qt."""

import gc
import sys

from exit_desktop.system.launch import window_options


def main() -> int:
    """Return the exit code of the window or the command that the command line asks for."""
    arguments = sys.argv[1:]
    options = window_options(arguments)
    if options is None:
        from exit_desktop import commands  # noqa: PLC0415 - the window needs no commands

        return commands.run(arguments)
    # Until the first page is painted hardly anything is thrown away: looking for it would cost 10 ms.
    gc.disable()
    import exit_desktop.ui  # noqa: F401, PLC0415 - first of all: it mends Qt's binding
    from exit_desktop import app  # noqa: PLC0415 - a command needs no Qt

    return app.run_window(options)


if __name__ == "__main__":
    sys.exit(main())
