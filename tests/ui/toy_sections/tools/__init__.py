"""Another section that is there for the tests alone."""

from pch_desktop.ui.section import Section

SECTION = Section(order=20, title="Tools", icon="workforce")
