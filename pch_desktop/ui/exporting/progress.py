"""How far a pack has come, step by step, with the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from pch_desktop.ui.aloud import announce
from pch_desktop.ui.parts import button, label

AFTER_MS = 1000
"""What is done within a second needs no telling."""


class Progress(QWidget):
    """Shown a second after something has begun, until it is over."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.step = label("", "body")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("How far the pack has come")
        self.stop = button("Cancel", self.stop_asked.emit, described="Stop making the pack")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(AFTER_MS)
        self._wait.timeout.connect(self._appear)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.step)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        self.hide()

    def begin(self, steps: int) -> None:
        """Begin a work of so many steps."""
        self.bar.setRange(0, steps)
        self.bar.setValue(0)
        self.step.setText("Reading the figures")
        self._wait.start()

    def tell(self, step: str) -> None:
        """Tell which step has begun."""
        self.bar.setValue(min(self.bar.value() + 1, self.bar.maximum()))
        self.step.setText(f"Writing {step}")

    def end(self) -> None:
        """It is over, well or not."""
        self._wait.stop()
        self.hide()

    def _appear(self) -> None:
        self.show()
        announce(self, f"Making the board pack. {self.step.text()}")
