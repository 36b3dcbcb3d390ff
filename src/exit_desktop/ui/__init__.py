"""The window. The only room that knows Qt, together with `app`."""

from exit_desktop.system.none_kept import keep_none_alive

# Whoever uses Qt comes through here first.
keep_none_alive()
