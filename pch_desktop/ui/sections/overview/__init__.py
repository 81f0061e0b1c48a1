"""The Overview: how the locality is this month, on one page."""

from pch_desktop.ui.section import Section

SECTION = Section(10, "Overview", "overview")
