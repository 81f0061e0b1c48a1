"""The services on the screen."""

from pch_desktop.ui.section import Section

SECTION = Section(40, "Services", "services")
