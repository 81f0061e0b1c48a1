"""The parts of the page that brings files and pasted tables in."""
