"""PCH Desktop: one Primary Care Home locality, run from one file."""
