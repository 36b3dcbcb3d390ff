"""The window. The only room that knows Qt, together with `app`."""

from exit_desktop.system.kept_constants import keep_constants_alive
from exit_desktop.system.own_hashes import leave_openssl_out
from exit_desktop.ui.unread_sources import leave_sources_unread

# Whoever uses Qt comes through here first.
leave_openssl_out()
keep_constants_alive()
leave_sources_unread()
