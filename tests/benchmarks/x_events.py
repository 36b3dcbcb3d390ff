"""When a window on an X screen takes keys: it holds the focus and answers the ping that window managers send.

A program answers a ping (_NET_WM_PING) when it comes to it in its queue, after it has been told of its focus and after
it was asked to paint; the next key would be handled just then. The same holds for any toolkit, so that programs can be
compared from outside.
"""

import ctypes
import ctypes.util
import time
from dataclasses import dataclass

CLIENT_MESSAGE = 33
# Programs send their answer to whoever hears of either.
STRUCTURE_NOTIFY, SUBSTRUCTURE_NOTIFY = 1 << 17, 1 << 19
ANY_PROPERTY = 0


class _Client(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
    )


class _Event(ctypes.Union):
    _fields_ = (("type", ctypes.c_int), ("client", _Client), ("room", ctypes.c_long * 24))


class NoWindow(AssertionError):
    """The window that a measurement waits for did not come."""


def _library() -> ctypes.CDLL:
    lib = ctypes.CDLL(ctypes.util.find_library("X11"))
    pointer, number, text = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_char_p
    lib.XOpenDisplay.restype, lib.XOpenDisplay.argtypes = pointer, [text]
    lib.XDefaultRootWindow.restype, lib.XDefaultRootWindow.argtypes = number, [pointer]
    lib.XInternAtom.restype, lib.XInternAtom.argtypes = number, [pointer, text, ctypes.c_int]
    lib.XSelectInput.argtypes = [pointer, number, ctypes.c_long]
    lib.XSendEvent.argtypes = [pointer, number, ctypes.c_int, ctypes.c_long, pointer]
    lib.XGetInputFocus.argtypes = [pointer, pointer, pointer]
    lib.XPending.argtypes = lib.XFlush.argtypes = lib.XCloseDisplay.argtypes = [pointer]
    lib.XNextEvent.argtypes = [pointer, pointer]
    lib.XGetWindowProperty.argtypes = [pointer, number, number, *[ctypes.c_long] * 2, ctypes.c_int, number]
    lib.XGetWindowProperty.argtypes += [pointer] * 5
    lib.XFree.argtypes = [pointer]
    return lib


@dataclass
class Watch:
    """A connection to the X server that sees which window takes keys."""

    name: str

    def __post_init__(self) -> None:
        self._lib = _library()
        # Windows come and go between two questions: a question about one that went is no reason to end.
        self._shrug = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self._lib.XSetErrorHandler(self._shrug)
        self._screen = self._lib.XOpenDisplay(self.name.encode())
        assert self._screen, f"no X server at {self.name}"
        self._root = self._lib.XDefaultRootWindow(self._screen)
        self._lib.XSelectInput(self._screen, self._root, STRUCTURE_NOTIFY | SUBSTRUCTURE_NOTIFY)
        self._pid, self._protocols, self._ping = (
            self._lib.XInternAtom(self._screen, atom, 0) for atom in (b"_NET_WM_PID", b"WM_PROTOCOLS", b"_NET_WM_PING")
        )

    def close(self) -> None:
        """Let go of the server."""
        self._lib.XCloseDisplay(self._screen)

    def wait_until_it_takes_keys(self, pid: int, patience: float = 30.0) -> float:
        """Return the moment (`time.perf_counter()`) at which a window of the process `pid` takes keys."""
        until = time.perf_counter() + patience
        pinged = 0
        while time.perf_counter() < until:
            window = self._focused()
            if window != pinged and window > 1 and self._pid_of(window) == pid:
                self._send_ping(window)
                pinged = window
            if pinged and self._answered(pinged):
                return time.perf_counter()
            time.sleep(0.0005)
        raise NoWindow(f"no window of {pid} took keys")

    def _focused(self) -> int:
        window, revert = ctypes.c_ulong(), ctypes.c_int()
        self._lib.XGetInputFocus(self._screen, ctypes.byref(window), ctypes.byref(revert))
        return window.value

    def _pid_of(self, window: int) -> int:
        kind, count, left = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_ulong()
        form, data = ctypes.c_int(), ctypes.c_void_p()
        answers = [ctypes.byref(one) for one in (kind, form, count, left, data)]
        self._lib.XGetWindowProperty(self._screen, window, self._pid, 0, 1, 0, ANY_PROPERTY, *answers)
        if not data.value:
            return 0
        pid = ctypes.cast(data, ctypes.POINTER(ctypes.c_ulong))[0] if count.value else 0
        self._lib.XFree(data)
        return int(pid)

    def _send_ping(self, window: int) -> None:
        event = _Event()
        event.client.type, event.client.window, event.client.format = CLIENT_MESSAGE, window, 32
        event.client.message_type = self._protocols
        event.client.data[0], event.client.data[2] = self._ping, window
        self._lib.XSendEvent(self._screen, window, 0, 0, ctypes.byref(event))
        self._lib.XFlush(self._screen)

    def _answered(self, window: int) -> bool:
        event = _Event()
        while self._lib.XPending(self._screen):
            self._lib.XNextEvent(self._screen, ctypes.byref(event))
            same = event.type == CLIENT_MESSAGE and event.client.message_type == self._protocols
            if same and event.client.data[0] == self._ping and event.client.data[2] == window:
                return True
        return False
