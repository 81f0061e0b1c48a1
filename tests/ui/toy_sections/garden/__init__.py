"""A section that is there for the tests alone."""

from pch_desktop.ui.section import Section

SECTION = Section(order=10, title="Garden", icon="population")
