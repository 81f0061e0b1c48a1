"""The workforce on the screen."""

from pch_desktop.ui.section import Section

SECTION = Section(30, "Workforce", "workforce")
