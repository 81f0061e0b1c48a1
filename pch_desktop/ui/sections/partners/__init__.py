"""The partners on the screen."""

from pch_desktop.ui.section import Section

SECTION = Section(50, "Partners", "partners")
