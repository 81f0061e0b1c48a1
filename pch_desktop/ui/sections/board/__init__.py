"""The board on the screen: its registers, its meetings and its packs."""

from pch_desktop.ui.section import Section

SECTION = Section(70, "Board", "board")
