"""The locality file's tables: one module for each section, and the history.

Importing this package makes all of them known to ``Base.metadata``. (Qt's
models are another thing and live in ``ui``.)
"""

import sys
from importlib import import_module

from pch_desktop import discovery
from pch_desktop.models.base import Base

__all__ = ["Base"]

for _module in discovery.names(sys.modules[__name__]):
    import_module(_module)
