"""Shows the receipt for an erasure; it can be printed or saved, and is kept nowhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from exit_desktop.errors import Failure
from exit_desktop.system.safe_write import write_file
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, breaking, muted, title, wants

if TYPE_CHECKING:
    from exit_desktop.ui.frame import Frame

FILE_NAME = "forloeb-kvittering.pdf"


class ReceiptDialog(QDialog):
    """The texts, and three buttons."""

    def __init__(self, parent: QWidget, frame: Frame, name: str, texts: tuple[str, ...]) -> None:
        super().__init__(parent)
        self._frame, self._texts = frame, texts
        theme, t = frame.theme, frame.t
        self.setWindowTitle("Forløb")
        self.setAccessibleName(name)
        self.setAccessibleDescription(" ".join(texts))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.done_button, self.save, self.printing = (
            PrimaryButton(t("Done")),
            Button(t("Save as PDF")),
            Button(t("Print")),
        )
        self.done_button.clicked.connect(self.accept)
        self.save.clicked.connect(partial(self._keep, False))
        self.printing.clicked.connect(partial(self._keep, True))
        self._fault, self._kept = wants(theme), muted(theme)
        self._fault.hide()
        self._kept.hide()
        # The longest receipt is to be read whole on a small screen at 200 %.
        room = DialogRoom(self, theme, 560)
        room.inner.setSpacing(theme.px(6))
        room.inner.addWidget(title(theme, name))
        for text in texts:
            room.inner.addWidget(Label(theme, breaking(text)))
        room.column.addWidget(room.area)
        room.column.addWidget(self._fault)
        room.column.addWidget(self._kept)
        room.column.addLayout(buttons(theme, self.done_button, self.save, self.printing))
        self.done_button.setFocus()

    def _keep(self, printed: bool) -> None:
        self._fault.hide()
        try:
            self._print() if printed else self._save()
        except Failure as failure:
            self._fault.setText(sentence_of(failure, self._frame.t))
            self._fault.show()
            self._kept.hide()
            announce(self, self._fault.text())

    def _save(self) -> None:
        from exit_desktop.ui.files.save_dialog import ask_where  # noqa: PLC0415 - rarely needed

        path = ask_where(self._frame, self, FILE_NAME, self._frame.t("Save the receipt"))
        if path is not None:
            write_file(path, self._paper())
            words = self._frame.t("Saved as {file} in {folder}.", file=path.name, folder=str(path.parent))
            self._kept.setText(breaking(words))
            self._kept.show()
            announce(self, words)

    def _print(self) -> None:
        from exit_desktop.ui.files.printing import print_paper  # noqa: PLC0415 - QtPdf, rarely needed

        print_paper(self, self._paper())

    def _paper(self) -> bytes:
        from exit_desktop.services.erasure_words import receipt_pdf  # noqa: PLC0415 - reportlab, first needed here

        return receipt_pdf(self._texts, self._frame.t)
