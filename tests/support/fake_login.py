"""Stands for the login manager on the bus that the environment names; run with the system's Python, which has Gio.

Says "ready" when it can be asked for a session. Each line of its input is a sign that it gives:
"lock", "away", "locked", "idle", "sleeps", "wakes".
"""

import os
import sys
import threading

from gi.repository import Gio, GLib

LOGIN, MINE = "org.freedesktop.login1", "/org/freedesktop/login1/session/_37"
ASKED = Gio.DBusNodeInfo.new_for_xml(
    f"<node><interface name='{LOGIN}.Manager'><method name='GetSession'><arg type='s' direction='in'/>"
    "<arg type='o' direction='out'/></method></interface>"
    f"<interface name='{LOGIN}.Session'><property name='Active' type='b' access='read'/>"
    "<property name='LockedHint' type='b' access='read'/></interface></node>"
)
SLEEP = {"sleeps": True, "wakes": False}
STATE = {"Active": True, "LockedHint": False}
SAID = {"away": ("Active", False), "locked": ("LockedHint", True), "idle": ("Active", True)}


def tell(bus, sign):
    """Give a sign, after the state that belongs to it."""
    if sign == "lock":
        bus.emit_signal(None, MINE, f"{LOGIN}.Session", "Lock", None)
    elif sign in SLEEP:
        begins = GLib.Variant("(b)", (SLEEP[sign],))
        bus.emit_signal(None, "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", begins)
    else:
        name, value = SAID[sign]
        STATE[name] = value
        changed = GLib.Variant("(sa{sv}as)", (f"{LOGIN}.Session", {name: GLib.Variant("b", value)}, []))
        bus.emit_signal(None, MINE, "org.freedesktop.DBus.Properties", "PropertiesChanged", changed)
    bus.flush_sync(None)


def main():
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(os.environ["DBUS_SYSTEM_BUS_ADDRESS"], flags, None, None)

    def answer(_bus, _sender, _path, _interface, _method, arguments, call):
        if arguments.unpack() == ("auto",):
            call.return_value(GLib.Variant("(o)", (MINE,)))
        else:
            call.return_dbus_error(f"{LOGIN}.NoSuchSession", "No such session")

    def read_property(_bus, _sender, _path, _interface, name):
        return GLib.Variant("b", STATE[name])

    bus.register_object("/org/freedesktop/login1", ASKED.interfaces[0], answer, None, None)
    bus.register_object(MINE, ASKED.interfaces[1], None, read_property, None)
    loop = GLib.MainLoop()

    def read():
        for line in sys.stdin:
            tell(bus, line.strip())
        loop.quit()

    def named(*_):
        print("ready", flush=True)
        threading.Thread(target=read, daemon=True).start()

    Gio.bus_own_name_on_connection(bus, LOGIN, Gio.BusNameOwnerFlags.NONE, named, None)
    loop.run()


main()
