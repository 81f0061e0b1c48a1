"""The Population: practices, their lists over time, and what their people need."""

from pch_desktop.ui.section import Section

SECTION = Section(20, "Population", "population")
