"""Qt's own texts (dialogs, context menus, names of keys) in the language in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QWidget


class QtWords:
    """Keeps the translator that is installed; numbers in the window's fields follow too."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._translator: QTranslator | None = None

    def use(self, language: str) -> None:
        """Load the texts and the number format of a language, where Qt has them."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(QLocale(language))
        self._window.setLocale(QLocale(language))
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and translator.load(f"qtbase_{language}", folder):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
