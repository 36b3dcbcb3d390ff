"""Turns the theme's colours into Qt's palette and the window's one small style sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from exit_desktop.ui.theme import Colours

# $name is a colour, <n> a length in pixels at 100 %, @name a small mark. A widget says in `kind` what it is.
_SHEET = """
QWidget { color: $ink; }
QMainWindow, QDialog { background: $ground; }
QToolTip { background: $panel; color: $ink; border: 1px solid $edge; padding: <4>px; }
QLabel { background: transparent; }
QLabel[kind="muted"], QLabel[kind="small"] { color: $muted; }
QLabel[kind="wants"] { color: $clay; }
QLabel[kind="badge"] { border: 1px solid $edge; border-radius: <9>px; padding: 0 <8>px; color: $muted; }
QLabel[kind="badge"][clay="true"] { border-color: $clay; color: $clay; }
QLabel[kind="bigwords"] { background: $panel; border: 1px solid $line; border-radius: <10>px; padding: <18>px; }
QFrame[kind="panel"] { background: $panel; border: 1px solid $line; border-radius: <10>px; }
QFrame[kind="quiet"] { background: $teal_wash; border: none; border-radius: <10>px; }
QFrame[kind="quiet"][wants="true"] { background: $clay_wash; }
QFrame[kind="column"] { background: $ground; border: 2px solid $ground; border-radius: <10>px; }
QFrame[kind="column"][lit="true"] { border-color: $teal; }
QFrame[kind="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="rail"] { background: $rail; border: none; border-right: 1px solid $line; }
QFrame[kind="list"] { background: $ground; border: none; border-right: 1px solid $line; }
QFrame[kind="cover"] { background: $ground; border: none; }
QFrame[kind="over"] { background: $ground; border: 1px solid $edge; }
QFrame[kind="practice"] { background: $clay; border: none; }
QFrame[kind="practice"] QLabel { color: $on_clay; }
QFrame[kind="message"] { background: $teal_wash; border: none; border-top: 1px solid $line; }
QFrame[kind="message"][wants="true"] { background: $clay_wash; }

QPushButton, QToolButton, QCheckBox, QRadioButton, QTabBar { outline: none; }
QPushButton { background: $panel; border: 1px solid $edge; border-radius: <8>px;
  padding: <7>px <14>px; min-height: <18>px; }
QPushButton:hover { background: $chosen; }
QPushButton:pressed { background: $teal_wash; }
QPushButton:disabled { color: $muted; border-color: $line; }
QPushButton:focus { border: 2px solid $teal; padding: <6>px <13>px; }
QPushButton[kind="primary"] { background: $teal; color: $on_teal; border: 2px solid $teal; padding: <6>px <13>px; }
QPushButton[kind="primary"]:disabled { background: $line; border-color: $line; color: $muted; }
QPushButton[kind="link"] { background: transparent; border: 2px solid transparent; color: $teal;
  padding: <4>px <6>px; text-align: left; }
QPushButton[kind="link"]:hover { background: $chosen; }
QPushButton[kind="link"]:focus { border-color: $teal; }
QPushButton[kind="rail"] { background: transparent; border: 2px solid transparent; text-align: left;
  padding: <6>px <10>px; }
QPushButton[kind="rail"]:hover { background: $chosen; }
QPushButton[kind="rail"]:checked { background: $chosen; color: $teal; font-weight: 600; }
QPushButton[kind="rail"]:focus { border-color: $teal; }
QPushButton[kind="chip"] { background: transparent; border: 1px solid $edge; border-radius: <12>px;
  padding: <3>px <11>px; min-height: <16>px; }
QPushButton[kind="chip"][small="true"] { padding: <2>px <6>px; border-radius: <10>px; }
QPushButton[kind="chip"]:checked { background: $ink; border-color: $ink; color: $ground; }
QPushButton[kind="chip"][proposed="true"] { border: 2px dashed $teal; border-radius: <11>px;
  padding: <2>px <10>px; }
QPushButton[kind="chip"]:focus { border: 2px solid $teal; padding: <2>px <10>px; }
QPushButton[kind="chip"][small="true"]:focus { padding: <1>px <5>px; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: <8>px; padding: <4>px; }
QToolButton:hover, QToolButton:checked { background: $chosen; }
QToolButton:focus { border-color: $teal; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $panel; border: 1px solid $edge;
  border-radius: <8>px; padding: <6>px <9>px; placeholder-text-color: $muted;
  selection-background-color: $teal; selection-color: $on_teal; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $teal; padding: <5>px <8>px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $muted; border-color: $line; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"] { border-color: $clay; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; background: transparent;
  padding: 0 <7>px; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: <24>px; }
QPushButton::menu-indicator { image: url(@down); width: <14>px; height: <14>px; right: <8>px;
  subcontrol-position: right center; subcontrol-origin: padding; }
QComboBox::down-arrow { image: url(@down); width: <14>px; height: <14>px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: <22>px; }
QAbstractSpinBox::up-arrow { image: url(@up); width: <12>px; height: <12>px; }
QAbstractSpinBox::down-arrow { image: url(@down); width: <12>px; height: <12>px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $edge; selection-background-color: $chosen;
  selection-color: $ink; outline: none; }
QCheckBox, QRadioButton { background: transparent; spacing: <8>px; padding: <3>px; border: 2px solid transparent;
  border-radius: <6>px; }
QCheckBox:focus, QRadioButton:focus { border-color: $teal; }
QCheckBox::indicator, QRadioButton::indicator { width: <16>px; height: <16>px; border: 1px solid $edge;
  border-radius: <4>px; background: $panel; }
QRadioButton::indicator { border: <1>px solid $edge; border-radius: <9>px; }
QCheckBox::indicator:checked { background: $teal; border-color: $teal; image: url(@check); }
QRadioButton::indicator:checked { background: $panel; border: <5>px solid $teal; width: <8>px; height: <8>px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }

QListView, QTreeView, QTableView { background: transparent; border: 2px solid transparent; border-radius: <8>px;
  outline: none; }
QListView:focus, QTreeView:focus, QTableView:focus { border-color: $teal; }
QListView::item { border-radius: <8>px; padding: <6>px; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $chosen; color: $ink; }
QTreeView { background: $panel; border: 1px solid $line; }
QTreeView:focus { border: 2px solid $teal; }
QTreeView::item { padding: <3>px <4>px; border: none; border-radius: 0; }
QTreeView::indicator, QListView::indicator { width: <14>px; height: <14>px; background: $panel; border: 1px solid $edge;
  border-radius: <4>px; }
QTreeView::indicator:checked, QListView::indicator:checked { background: $teal; border-color: $teal;
  image: url(@check); }
QTreeView::branch:selected { background: $chosen; }
QTreeView::branch:closed:has-children { image: url(@next); }
QTreeView::branch:open:has-children { image: url(@down); }
QTableView { gridline-color: $line; }
QHeaderView::section { background: transparent; border: none; border-bottom: 1px solid $line; color: $muted;
  padding: <6>px; }
QTextBrowser { background: $panel; border: 1px solid $line; padding: <12>px; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: <10>px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: <10>px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: <4>px; min-height: <28>px; min-width: <28>px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar { border: none; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; border: 2px solid transparent; padding: <7>px <8>px; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $teal; font-weight: 600; }
QTabBar::tab:focus { border: 2px solid $teal; border-radius: <6>px;
  margin: <2>px <2>px <4>px <2>px; padding: <5>px <6>px <3>px <6>px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QMenu { background: $panel; border: 1px solid $edge; border-radius: <8>px; padding: <5>px; }
QMenu::item { padding: <6>px <22>px <6>px <12>px; border-radius: <6>px; }
QMenu::item:selected { background: $chosen; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: <4>px <8>px; }
QMenuBar { background: $rail; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: <4>px <10>px; border-radius: <6>px; }
QMenuBar::item:selected { background: $chosen; }
QProgressBar { background: $line; border: none; border-radius: <3>px; max-height: <6>px; }
QProgressBar::chunk { background: $teal; border-radius: <3>px; }
QSplitter::handle { background: $line; }
"""


def sheet_for(colours: Colours, scale: int, icons: str) -> str:
    """Return the style sheet; lengths at `scale` per cent, marks from `icons`, a path with {} for the name."""
    sheet = re.sub(r"<(\d+)>", lambda found: str(round(int(found[1]) * scale / 100)), _SHEET)
    sheet = re.sub(r"@(\w+)", lambda found: icons.format(found[1]), sheet)
    return re.sub(r"\$(\w+)", lambda found: str(getattr(colours, found[1])), sheet)


def palette_for(colours: Colours) -> QPalette:
    """Return Qt's palette, for everything the sheet does not reach and for what paints itself."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.ink),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.ground),
        (role.Text, colours.ink),
        (role.Button, colours.panel),
        (role.ButtonText, colours.ink),
        (role.Highlight, colours.teal),
        (role.HighlightedText, colours.on_teal),
        (role.PlaceholderText, colours.muted),
        (role.Link, colours.teal),
        (role.LinkVisited, colours.teal),
        (role.Mid, colours.line),
        (role.Dark, colours.edge),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.ink),
        (role.Accent, colours.teal),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.muted))
    return palette
