"""The estates on the screen."""

from pch_desktop.ui.section import Section

SECTION = Section(45, "Estates", "estates")
