"""Compiles the translations when a wheel or an editable install is built."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface):  # type: ignore[type-arg]  # the parameter is hatchling's own affair
    """Runs before the files of the build are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # Any: hatchling's signature
        """Write the .mo files that git does not hold."""
        root = Path(self.root)
        spec = importlib.util.spec_from_file_location("catalogues", root / "installer" / "catalogues.py")
        if spec is None or spec.loader is None:
            raise FileNotFoundError("installer/catalogues.py")
        catalogues = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(catalogues)
        catalogues.compile_all(root / "resources" / "translations")
