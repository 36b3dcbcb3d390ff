"""The window. The only room that knows Qt, together with `app`."""

from exit_desktop.system.kept_constants import keep_constants_alive
from exit_desktop.ui.unread_sources import leave_sources_unread

# Whoever uses Qt comes through here first.
keep_constants_alive()
leave_sources_unread()
