"""Placeholder until written."""
from PySide6.QtWidgets import QWidget
class NewLocalityPage(QWidget):
    def __init__(self, window): super().__init__()
    def begin(self): pass
