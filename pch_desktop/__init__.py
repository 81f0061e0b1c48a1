"""PCH Desktop: one Primary Care Home locality, run from one file."""

__version__ = "0.1.0"
