"""What the commands of the window do."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store.identity import Damaged
from pch_desktop.ui.backing_up import BackingUp
from pch_desktop.ui.explaining import explain_focused
from pch_desktop.ui.jobs import Job
from pch_desktop.ui.new_locality import NewLocalityPage
from pch_desktop.ui.offices import NewLocality, Write
from pch_desktop.ui.saved import tell_saved
from pch_desktop.ui.section import ShowsPlaces
from pch_desktop.ui.standing import stand_on
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.theme import PERCENT_STEP

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile
    from pch_desktop.ui.frame import Frame
    from pch_desktop.ui.going_back import GoingBack
    from pch_desktop.ui.side import Side
    from pch_desktop.ui.strip import Strip

LOCALITIES = "Locality files (*.pch)"
SUFFIX = ".pch"
SETTINGS = "settings"
NO_FIGURE_HERE = "Go to a figure of a table, or to a tile with one, and press F9 there."


class Doings:
    """The deeds behind the menus, the bar and the search box."""

    def __init__(
        self, window: Frame, strip: Strip, side: Side, fail: Callable[[BaseException], None]
    ) -> None:
        self._window, self._strip, self._side, self._fail = window, strip, side, fail
        self.backing_up = BackingUp(window, strip, fail)

    @cached_property
    def going_back(self) -> GoingBack:
        """Everything about backups: seldom wanted, so brought in when it is."""
        from pch_desktop.ui.going_back import GoingBack

        return GoingBack(self._window, self._strip, self.backing_up, self.open_file)

    # Files

    def new_locality(self) -> None:
        """Show the page on which a new locality is begun."""
        window = self._window
        page = NewLocalityPage(window.style_in_use, window.offices, self.folder())
        page.left.connect(lambda: window.leave_page(page))
        page.asked.connect(partial(self._make, page))
        window.show_page(page)
        page.begin()

    def create(self, path: Path, new: NewLocality) -> bool:
        """Make a new locality file and look at it; return whether it was made."""
        return self._open_by(lambda: self._window.offices.create(path, new))

    def choose_file(self) -> None:
        """Ask which file to open."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Open", self.folder(), LOCALITIES)
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> bool:
        """Open a file and look at it; return whether it could be opened.

        The one that is open already is not opened beside itself.
        """
        desk = self._window.desk
        if desk is not None and desk.file.path.resolve() == path.resolve():
            if not desk.is_read_only:
                desk.say(f"{path.name} is open already.")
                return True
            self.close_file()
        return self._open_by(lambda: self._window.offices.open(path), path)

    def open_again(self) -> None:
        """Open the open file once more: it may be free to be changed by now."""
        if self._window.desk is not None:
            self.open_file(self._window.desk.file.path)

    def open_copy(self) -> None:
        """Save a copy of a file that can only be read, and go on with that."""
        name = self._copied("Open a copy", "copy", _save_copy)
        if name:
            self.open_file(Path(name))

    def back_up(self) -> None:
        """Put a copy aside now."""
        self.backing_up.begin()

    def restore(self) -> None:
        """Show the backups there are, and what is in each."""
        self.going_back.show()

    def settings(self) -> None:
        """Show the settings of the open locality, until another page is shown."""
        from pch_desktop.ui.settings.page import SettingsPage

        desk, window = self._window.desk, self._window
        if desk is None or isinstance(window.stage.currentWidget(), SettingsPage):
            return
        done = desk.attempt(lambda: SettingsPage(desk))
        if done is None:
            return
        page = done.result
        window.show_page(page)
        page.tabs.setFocus()

        def leave(_at: int) -> None:
            if window.stage.indexOf(page) >= 0 and window.stage.currentWidget() is not page:
                window.drop_page(page)
                window.stage.currentChanged.disconnect(leave)

        window.stage.currentChanged.connect(leave)

    def open_sample(self) -> None:
        """Make an editable copy of the sample and look round it."""
        path = free(Path(self.folder()) / f"Marsh Valley sample{SUFFIX}")
        self._open_by(lambda: self._window.offices.sample(path))

    def take(self, name: str) -> None:
        """Take a file that was dropped: open a locality, bring anything else in."""
        path = Path(name)
        if path.suffix.lower() == SUFFIX:
            self.open_file(path)
        elif self._window.desk is None:
            self._refused("Open a locality first. Then drop the file to bring it in.")
        else:
            self._import(path)

    def close_file(self) -> None:
        """Close the file and go back to the start page."""
        self._window.closing_asked.emit()

    def save_copy(self) -> None:
        """Ask where, and write a copy of the file there."""
        name = self._copied("Save a copy", "copy", _save_copy)
        if name:
            self._strip.tell(f"A copy was saved as {name}.", Tone.NOTE)

    def save_without_names(self) -> None:
        """Ask where, and write a copy of the file there that names nobody."""
        name = self._copied("Save a copy without names", "without names", _save_without_names)
        if name:
            self._strip.tell(
                f"A copy without names was saved as {name}. It holds no history and no "
                "issued packs.", Tone.NOTE,
            )  # fmt: skip

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    # In and out

    def print_page(self) -> None:
        """Print the table or chart of the page in sight, on a printer or as a PDF."""
        from pch_desktop.ui.printing import print_page

        window, page = self._window, self._window.stage.currentWidget()
        if window.desk is not None and page is not None:
            named = window.sections.get(window.current)
            print_page(window.desk, page, named.title if named else window.windowTitle())

    def import_file(self) -> None:
        """Show the page that brings a file or a pasted table in."""
        self._import(None)

    def export_pack(self) -> None:
        """Show the page that makes the board pack."""
        desk, build = self._window.desk, self._window.offices.export_page
        if desk is not None and build is not None:
            done = desk.attempt(lambda: build(desk))
            if done:
                self._window.show_page(done.result)

    def export_everything(self) -> None:
        """Ask whether names are to be in it, then for a folder; write all the file holds there."""
        if self._window.desk is not None:
            self._strip.tell(
                "Export everything to one workbook: are names, staff codes and e-mails of people "
                "to be in it?",
                Tone.NOTE,
                ("Without names", partial(self._export_everything, with_names=False)),
                ("With names", partial(self._export_everything, with_names=True)),
            )

    def _export_everything(self, *, with_names: bool) -> None:
        desk, offices = self._window.desk, self._window.offices
        if desk is not None:
            self._strip.hide()
            prepare = offices.everything_with_names if with_names else offices.everything
            told = "with names" if with_names else "without names of people"
            self._export(lambda: prepare(desk.file), f"The whole file, {told},")

    # Edit

    def undo(self) -> None:
        """Take back the last step."""
        self._reverse("Took back", lambda file: file.to_undo, lambda file: file.undo())

    def redo(self) -> None:
        """Do the step taken back again."""
        self._reverse("Did again", lambda file: file.to_redo, lambda file: file.redo())

    def search(self) -> None:
        """Go to the search box."""
        self._window.search_asked.emit()

    # View

    def step_month(self, months: int) -> None:
        """Go some months on or back, within the years of the file."""
        desk = self._window.desk
        if desk is None:
            return
        wanted = desk.month.plus(months)
        years = {month.financial_year for month in (*self._window.months, desk.month)}
        if min(years) <= wanted.financial_year <= max(years):
            desk.choose_month(wanted)
        else:
            desk.say(f"The file has nothing for {wanted.financial_year}.")

    def toggle_history(self) -> None:
        """Show or hide the history of changes."""
        if self._window.desk is not None:
            self._side.toggle_history(self._window.desk)

    def explain(self) -> None:
        """Tell how the figure that has the keys came about, at the side."""
        if not explain_focused() and self._window.desk is not None:
            self._window.desk.refused(NO_FIGURE_HERE)

    def visit(self, section: str, view: str, record_id: int | None) -> None:
        """Show a view of a section, and a record in it; settings are a page of their own."""
        if section == SETTINGS:
            self.settings()
            return
        self._window.go(section)
        screen = self._window.stage.currentWidget()
        if isinstance(screen, ShowsPlaces) and view:
            screen.show_place(view, record_id)

    def point_at(self, column: str) -> None:
        """Stand on a column's cell of the record chosen on the page on show."""
        screen = self._window.stage.currentWidget()
        if screen is not None:
            stand_on(screen, column)

    def toggle_rail(self) -> None:
        """Show the sections' words or their pictures only."""
        preferences = self._window.preferences
        preferences.change(is_rail_narrow=not preferences.now.is_rail_narrow)
        self._window.fit_rail()

    def choose_theme(self, name: str) -> None:
        """Take up a set of colours; an empty name follows the computer."""
        self._window.style_in_use.choose(name)
        self._window.preferences.change(theme=name)

    def step_text(self, steps: int) -> None:
        """Draw text larger or smaller by steps; none goes back to the usual size."""
        style = self._window.style_in_use
        now = style.theme.text_percent
        style.set_text_percent(now + steps * PERCENT_STEP if steps else 100)
        self._window.preferences.change(text_percent=style.theme.text_percent)

    def reset_layout(self) -> None:
        """Forget what was chosen about the columns of tables."""
        self._window.preferences.change(layouts={})
        self._strip.tell("Tables look as they were made when next opened.", Tone.NOTE)

    # Help

    def help_here(self) -> None:
        """Open the help page of the page on show; a page may name its own as ``help``."""
        page = self._window.stage.currentWidget()
        own = page.property("help") if page is not None else None
        section = self._window.current if self._window.desk else "start"
        self._side.open_help(str(own or section))

    def open_help(self, topic: str) -> None:
        """Open a help page at the side."""
        self._side.open_help(topic)

    def _copied(self, title: str, kind: str, save: Callable[[LocalityFile, Path], None]) -> str:
        desk = self._window.desk
        if desk is None:
            return ""
        suggested = free(desk.file.path.with_stem(f"{desk.file.path.stem} {kind}"))
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(suggested), LOCALITIES)
        is_saved = name and desk.attempt(lambda: save(desk.file, Path(name)))
        return name if is_saved else ""

    def _open_by(self, opening: Callable[[], LocalityFile], path: Path | None = None) -> bool:
        try:
            file = opening()
        except Damaged as damage:
            self.going_back.offer(path, str(damage)) if path else self._refused(str(damage))
            return False
        except Refusal as refusal:
            self._refused(str(refusal))
            return False
        except Exception as fault:  # noqa: BLE001 - a fault of ours: logged and told
            self._fail(fault)
            return False
        self._strip.hide()
        self._window.preferences.opened(file.path)
        self._window.opened.emit(file)
        return True

    def _make(self, page: NewLocalityPage, path: Path, new: NewLocality) -> None:
        if self.create(path, new):
            self._strip.tell(f"{new.name} was made in {path.name}.", Tone.NOTE)
            self._window.drop_page(page)

    def _import(self, path: Path | None) -> None:
        desk, build = self._window.desk, self._window.offices.import_page
        if desk is not None and build is not None:
            done = desk.attempt(lambda: build(desk, path))
            if done:
                self._window.show_page(done.result)

    def _export(self, prepare: Callable[[], Write], what: str) -> None:
        name = QFileDialog.getExistingDirectory(
            self._window, f"{what}: choose a folder", self.folder()
        )
        if name:
            self.export_into(Path(name), prepare, what)

    def export_into(
        self, folder: Path, prepare: Callable[[], Write], what: str
    ) -> Job[Path] | None:
        """Read what is to be written, then write it beside the window."""
        desk = self._window.desk
        ready = desk.attempt(prepare) if desk else None
        if ready is None:
            return None
        self._window.top.export.setEnabled(False)
        self._window.status.said.setText(f"Writing: {what.lower()}…")
        job = Job(
            self._window,
            lambda: ready.result(folder),
            lambda path: self._exported(path, what),
            self._refused,
            self._fail,
        )
        job.finished.connect(self._export_over)
        return job

    def _exported(self, path: Path, what: str) -> None:
        tell_saved(self._strip, f"{what} was written to {path.name}.", path)

    def _export_over(self) -> None:
        self._window.status.said.clear()
        self._window.top.export.setEnabled(self._window.desk is not None)

    def _reverse(
        self,
        verb: str,
        step: Callable[[LocalityFile], object],
        reverse: Callable[[LocalityFile], None],
    ) -> None:
        desk = self._window.desk
        if desk is None:
            return
        edit = step(desk.file)
        if desk.attempt(lambda: reverse(desk.file)):
            desk.say(f"{verb}: {getattr(edit, 'label', '')}")

    def _refused(self, sentence: str) -> None:
        self._strip.tell(sentence, Tone.ERROR)

    def folder(self) -> str:
        """Return where files are looked for first."""
        recent = self._window.preferences.now.recent
        documents = Path.home() / "Documents"
        usual = documents if documents.is_dir() else Path.home()
        return str(Path(recent[0]).parent if recent else usual)


def _save_copy(file: LocalityFile, path: Path) -> None:
    file.save_copy(path)


def _save_without_names(file: LocalityFile, path: Path) -> None:
    file.save_without_names(path)


def free(path: Path) -> Path:
    """Return a path, with a number behind its name where it is taken."""
    made, number = path, 2
    while made.exists():
        made = path.with_stem(f"{path.stem} {number}")
        number += 1
    return made
