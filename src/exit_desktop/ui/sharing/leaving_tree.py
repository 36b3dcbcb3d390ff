"""One screen that shows, row by row, exactly what leaves, what stays and why; and the chosen line as it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QVBoxLayout, QWidget

from exit_desktop.services.sending import ExportPreview, Leaving, StaysReason, UnitKind
from exit_desktop.system.language import mark
from exit_desktop.ui.sharing.leaving_model import ENQUIRIES, LeavingModel
from exit_desktop.ui.sharing.leaving_nodes import Node, Reader, enquiry_node, plain_nodes, section_nodes
from exit_desktop.ui.widgets.fields import TextArea

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

_STAYS = {
    StaysReason.NOT_ASKED: mark("stays here: not asked yet"),
    StaysReason.SAID_NOTHING: mark("stays here: does not want to share"),
    StaysReason.NOT_CHOSEN: mark("stays here: not chosen"),
    StaysReason.NO_YES_TO_THEM: mark("stays here: has not said yes to this receiver"),
    StaysReason.ANONYMOUS: mark("stays here: anonymous, goes to a coordinator only"),
}
_LEAVES = {
    UnitKind.COURSE: mark("the whole course"),
    UnitKind.COURSE_CODED: mark("coded"),
    UnitKind.WORKER: mark("about you"),
    UnitKind.TOMBSTONE: mark("asks the coordinator to forget"),
}


# Beside the rest of the page; where that is more than the window has, the page scrolls and the tree hardly does.
TREE_LEAST = 260


class LeavingTree(QWidget):
    """The tree and, beneath it, the chosen line in full; `chosen_changed` when another citizen is ticked."""

    chosen_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._preview: ExportPreview | None = None
        self.model = LeavingModel(session.t)
        self.model.chosen_changed.connect(self.chosen_changed)
        self.view = QTreeView()
        self.view.setModel(self.model)
        self.view.setUniformRowHeights(True)
        self.view.setAlternatingRowColors(False)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.view.header().setStretchLastSection(True)
        self.view.selectionModel().currentChanged.connect(self._show_line)
        self.line = TextArea(session.theme, lines=2, most=14)
        self.line.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.line.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(session.theme.px(6))
        column.addWidget(self.view, 1)
        column.addWidget(self.line)
        session.theme.changed.connect(self._measure)
        self._measure()
        self.retranslate()

    def show_preview(self, preview: ExportPreview) -> None:
        """Show what would leave and what stays."""
        self._preview = preview
        reader = Reader(self._session.t, self._session.desk.catalogue)
        citizens = sorted((one for one in preview.leaving if one.alias), key=lambda one: one.alias.casefold())
        staying = sorted(preview.staying, key=lambda one: one.alias.casefold())
        top = [self._leaving(one, reader) for one in citizens]
        boxes = {place: one.alias for place, one in enumerate(citizens)}
        enquiries = [one for one in preview.leaving if one.kind is UnitKind.NOT_STARTED]
        if enquiries:
            boxes[len(top)] = ENQUIRIES
            top.append(self._enquiries(enquiries, reader))
        others = (one for one in preview.leaving if not one.alias and one.kind is not UnitKind.NOT_STARTED)
        top += [self._leaving(one, reader) for one in others]
        top += [Node(one.alias, self._session.t(_STAYS[one.reason])) for one in staying]
        self.model.show_nodes(top, boxes)
        self.line.set_saved("")
        if top:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.view.setAccessibleName(t("What leaves and what stays"))
        self.line.setAccessibleName(t("The chosen line, as it stands in the package"))
        self.view.setAccessibleDescription(t("Open a line to read what is in it. Space takes a citizen out."))
        if self._preview is not None:
            self.show_preview(self._preview)

    def clear(self) -> None:
        """Let everything go."""
        self._preview = None
        self.model.clear()
        self.line.set_saved("")

    def resizeEvent(self, event: object) -> None:
        """Give the names two fifths of the room."""
        self.view.setColumnWidth(0, self.view.width() * 2 // 5)

    def _leaving(self, one: Leaving, reader: Reader) -> Node:
        t = reader.t
        course = one.kind in (UnitKind.COURSE, UnitKind.COURSE_CODED)
        label = one.alias or (t("You") if one.kind is UnitKind.WORKER else t("No longer shared"))
        make = section_nodes if course else plain_nodes
        return Node(label, t(_LEAVES[one.kind]), (), lambda: make(one.rows, reader), size=len(one.rows))

    def _enquiries(self, enquiries: list[Leaving], reader: Reader) -> Node:
        t = reader.t
        count = len(enquiries)
        words = t.plural("{count} enquiry without a course", "{count} enquiries without a course", count)
        size = sum(len(one.rows) for one in enquiries)
        return Node(
            words,
            t("counted answers only"),
            (),
            lambda: [enquiry_node(one.rows, reader) for one in enquiries],
            size=size,
        )

    def _show_line(self, index: QModelIndex, _before: QModelIndex) -> None:
        node = self.model.node(index)
        if node is None:
            return
        said = ": ".join(part for part in (node.label, self.model.text_of(node)) if part)
        raw = [f"{path} = {value}" for path, value in node.rows]
        self.line.set_saved("\n".join((said, *(raw or self._hints(node)))))

    def _hints(self, node: Node) -> list[str]:
        t = self._session.t
        how = t("Open a line to read what is in it. Space takes a citizen out.")
        return (
            [t.plural("{count} piece of information.", "{count} pieces of information.", node.size), how]
            if node.size
            else [how]
        )

    def _measure(self) -> None:
        theme = self._session.theme
        self.view.setMinimumHeight(theme.px(TREE_LEAST))
        self.view.setIndentation(theme.px(20))
