"""The open locality file: reading it, changing it, and keeping it whole."""
