"""What of the population can be searched for."""

from pch_desktop.ui.records import records_of
from pch_desktop.ui.section import Sought

VIEWS = (
    "Practices",
    "Age and sex",
    "Lists over time",
    "Need",
    "Groups",
    "Sites",
    "List transfers",
)
SOUGHT = Sought(records_of("population"), VIEWS)
