"""Leaves the part of Qt's binding unread that no window needs: what tells the signatures of its functions.

PySide6 6.12 compiles seven modules from sources within its library at every start (50 ms, a fifth of the time until the
first page), also the one that writes type stubs. They serve `help()`, `inspect.signature` and the words of a TypeError.
Here each of them comes to be when something of it is asked for, and then works as ever.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any, SupportsIndex, cast

if TYPE_CHECKING:
    # Would load `tempfile` and `random` before the first page.
    from importlib.abc import Loader

_ROOM = "shibokensupport.signature."
LATE = frozenset(
    _ROOM + name
    for name in ("mapping", "errorhandler", "layout", "parser", "lib.tool", "lib.enum_sig", "lib.pyi_generator")
)
# The library takes this out of the module's dictionary, where nobody is asked.
_TAKEN = {_ROOM + "mapping": "update_mapping"}


class _Late(ModuleType):
    """A module that is read when something is asked of it which it does not have yet."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        _read(self)
        return getattr(self, name)


class _LateLoader:
    """Makes a module that is read later, by the loader that would have read it now."""

    def __init__(self, name: str, real: Loader) -> None:
        self.name, self.real = name, real

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Return the module, with nothing in it."""
        module = _Late(spec.name)
        if taken := _TAKEN.get(spec.name):
            setattr(module, taken, partial(_call, module, taken))
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Leave it for later."""


def _call(module: ModuleType, name: str, *arguments: object) -> object:
    _read(module)
    return getattr(module, name)(*arguments)


def _read(module: ModuleType) -> None:
    module.__class__ = ModuleType
    spec = module.__spec__
    if spec is None or not isinstance(spec.loader, _LateLoader):
        raise ImportError(module.__name__)
    # The binding publishes its modules under a second name and calls them so; they are found under their first.
    called, spec.name = spec.name, spec.loader.name
    try:
        spec.loader.real.exec_module(module)
    finally:
        spec.name = called


class _LateFinder:
    """Stands before the binding's own finder."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def find_spec(self, fullname: str, path: object, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return the spec of a module that may come later; the others are left to the next finder."""
        found = self._real.find_spec(fullname, path, target) if fullname in LATE else None
        if found is None or found.loader is None:
            return None
        return ModuleSpec(fullname, cast("Loader", _LateLoader(fullname, found.loader)))


class _Finders(list[Any]):
    """The list of finders, in which the binding puts its own first; ours goes before it."""

    def insert(self, index: SupportsIndex, finder: Any) -> None:
        """Put a finder in its place, and ours before it."""
        super().insert(index, finder)
        super().insert(index, _LateFinder(finder))


@contextmanager
def late_signatures() -> Iterator[None]:
    """Import Qt's binding within this; does nothing where the binding has been imported already."""
    usual = sys.meta_path
    sys.meta_path = _Finders(usual)
    try:
        yield
    finally:
        sys.meta_path = usual
