"""The shadow budget on the screen."""

from pch_desktop.ui.section import Section

SECTION = Section(60, "Shadow budget", "budget")
