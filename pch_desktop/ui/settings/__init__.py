"""The page of the locality's own settings."""
