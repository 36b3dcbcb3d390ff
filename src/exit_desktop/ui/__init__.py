"""The window. The only room that knows Qt, together with `app`."""

from exit_desktop.system.kept_constants import keep_constants_alive

# Whoever uses Qt comes through here first.
keep_constants_alive()
