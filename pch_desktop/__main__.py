"""Where the program starts: the window, or the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window on nothing or on one file; give anything else to the command line."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and not _is_file(arguments):
        from pch_desktop import cli

        return cli.main(arguments)
    from pch_desktop import app

    return app.run(Path(arguments[0]) if arguments else None)


def _is_file(arguments: Sequence[str]) -> bool:
    """Whether one locality file is named, rather than a command."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return False
    return arguments[0].lower().endswith(".pch") or Path(arguments[0]).is_file()


if __name__ == "__main__":
    sys.exit(main())
