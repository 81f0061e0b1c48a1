"""The parts of the page that makes the board pack."""
