"""The sections of the window, one package each."""
