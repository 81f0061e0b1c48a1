"""Figures are shown to the views in sight at once, to the others when they come in sight."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

Figures_contra = TypeVar("Figures_contra", contravariant=True)
Figures = TypeVar("Figures")


class Shows(Protocol[Figures_contra]):
    """A view of figures that several share."""

    def show_figures(self, figures: Figures_contra) -> None:
        """Show these figures."""
        ...


class InSight(QObject, Generic[Figures]):
    """The views that share one reading of the file: those out of sight cost nothing."""

    def __init__(self, screen: QWidget, figures: Figures) -> None:
        super().__init__(screen)
        self._figures = figures
        self._views: list[QWidget] = []
        self._stale: set[QWidget] = set()

    def add(self, view: QWidget) -> QWidget:
        """Show a new view the figures, and those to come; return it."""
        self._views.append(view)
        view.installEventFilter(self)
        cast("Shows[Figures]", view).show_figures(self._figures)
        return view

    def show(self, figures: Figures) -> None:
        """Show these figures from now on."""
        self._figures = figures
        self._stale = set(self._views)
        for view in self._views:
            if view.isVisible():
                self._bring(view)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._bring(watched)
        return super().eventFilter(watched, event)

    def _bring(self, view: QWidget) -> None:
        if view in self._stale:
            self._stale.discard(view)
            cast("Shows[Figures]", view).show_figures(self._figures)
