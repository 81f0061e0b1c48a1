"""The toy library."""

from pch_desktop.ui.section import Section

SECTION = Section(order=900, title="Toys", icon="toy")
