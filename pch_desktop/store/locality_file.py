"""An open locality file: the one door between the screens and SQLite."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.history import StepKind
from pch_desktop.store import erasure, history, locality, opening, places, trail
from pch_desktop.store.budget import closing
from pch_desktop.store.connection import for_purpose, plain
from pch_desktop.store.faults import in_words
from pch_desktop.store.history import Edit
from pch_desktop.store.identity import pragma
from pch_desktop.store.lock import Holder
from pch_desktop.store.recorder import WATCHED
from pch_desktop.store.trail import ChangeRow

if TYPE_CHECKING:
    from pch_desktop.store.snapshot import Snapshot

P = ParamSpec("P")
T = TypeVar("T")
Clock = Callable[[], datetime]
Listener = Callable[[frozenset[str]], None]
EVERY_TABLE = frozenset(table.name for table in WATCHED)


class Outdated(Refusal):
    """Another program wrote to the file, and what is shown here has been read again."""

    def __init__(self) -> None:
        super().__init__(
            "Another program changed the file, so nothing was saved over it. "
            "What is shown here is now what the file holds: make your change again."
        )


class LocalityFile:
    """A locality's figures, read through queries and changed through commands."""

    def __init__(self, path: Path, holder: Holder, clock: Clock) -> None:
        """Open a file.

        Args:
            path: where it is; a link is followed.
            holder: who opens it, for the lock and the history.
            clock: tells the moment of each change.
        """
        opened = opening.open_file(path, holder, clock())
        self.path = path
        self.reason = opened.reason
        """Why the file can only be read, or None where it can be changed."""
        self.note = places.note(path)
        """What to beware of where the file lies, or None."""
        self._engine = opened.engine
        self._reader = for_purpose(opened.engine, "read")
        self._replayer = for_purpose(opened.engine, "replay")
        self._lock = opened.lock
        self._who = holder.user
        self._clock = clock
        self._listeners: list[Listener] = []
        with ExitStack() as otherwise:
            otherwise.callback(self.close)
            self._version = self._version_now()
            otherwise.pop_all()

    @classmethod
    def create(cls, path: Path, holder: Holder, clock: Clock) -> Self:
        """Make a new file and open it."""
        opening.create(path)
        return cls(path, holder, clock)

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a query and let go of the file.

        What it returns is plain rows, fetched to the last: a reader left open
        would keep the next edit from being saved.
        """
        with in_words(), Session(self._reader) as session:
            return query(session, *args, **kwargs)

    def edit(
        self,
        label: str,
        command: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a command as one transaction and one undoable step, or leave all as it was."""
        with self._writing(), Session(self._engine) as session, session.begin():
            self._must_be_current(session.connection())
            result = command(session, *args, **kwargs)
            session.flush()
            closing.must_keep_closed(session)
            kind = erasure.kind_of(session)
            touched = history.record(session.connection(), self._clock(), self._who, label, kind)
        self._tell(touched)
        return result

    @property
    def to_undo(self) -> Edit | None:
        """The edit that ``undo`` would take back."""
        return self.read(history.to_undo)

    @property
    def to_redo(self) -> Edit | None:
        """The edit that ``redo`` would do again."""
        return self.read(history.to_redo)

    def undo(self) -> None:
        """Take back the last edit still in effect."""
        self._reverse(StepKind.UNDO, self.to_undo)

    def redo(self) -> None:
        """Do again the last edit taken back, unless something new was done since."""
        self._reverse(StepKind.REDO, self.to_redo)

    def changes(self, limit: int | None = None, before: int | None = None) -> list[ChangeRow]:
        """Return the steps ever taken, newest first."""
        return self.read(trail.changes, limit, before)

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` with the names of the tables each change touched."""
        self._listeners.append(listener)

    def unlisten(self, listener: Listener) -> None:
        """Call ``listener`` no more."""
        self._listeners.remove(listener)

    def refresh(self) -> bool:
        """Tell the listeners where another program changed the file; return whether one did."""
        version = self._version_now()
        if version == self._version:
            return False
        self._version = version
        self._tell(EVERY_TABLE)
        return True

    def snapshot(self) -> Snapshot:
        """Return all the file holds now, to be read beside the window while work goes on."""
        from pch_desktop.store import snapshot

        with in_words():
            return snapshot.snapshot(self._engine)

    def save_copy(self, path: Path) -> None:
        """Write a copy of the file as it stands now, whole or not at all."""
        from pch_desktop.store import copying

        with in_words():
            copying.save_copy(self._engine, self.path, path)

    def save_without_names(self, path: Path) -> None:
        """Write a copy of the file that names nobody, whole or not at all: a file of its own."""
        from pch_desktop.store import redacting

        with in_words():
            redacting.save_redacted(self._engine, self.path, path)

    def back_up(self, reason: str) -> str | None:
        """Put a checked copy aside in this person's profile, unless the last is still true.

        Args:
            reason: why, in a word or two for the copy's name: before-import.

        Returns:
            None, or a sentence where no copy could be made; that stops nothing.
        """
        from pch_desktop.store import backups

        return backups.attempt(self._engine, self.backup_folder, reason, self._clock())

    def backing_up(self, reason: str) -> Callable[[], str | None]:
        """Return what puts such a copy aside while others go on working with the file."""
        from pch_desktop.store import backups

        path, folder, now = self.path, self.backup_folder, self._clock()
        return lambda: backups.attempt_of(path, folder, reason, now)

    @property
    def backup_folder(self) -> Path:
        """Where this file's backups are kept on this computer."""
        from pch_desktop.store import backups

        return backups.folder(self.read(locality.setting, "document_id") or "")

    def shrink(self) -> None:
        """Give back to the disk the room of what is gone from the file."""
        self._may_write()
        with in_words():
            plain(self._engine).execute("VACUUM")

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        if self._lock:
            self._lock.release()
            self._lock = None

    def _reverse(self, kind: StepKind, edit: Edit | None) -> None:
        if edit is None:
            self._may_write()
            raise Refusal(f"There is nothing to {kind.value}.")
        with self._writing(), self._replayer.begin() as connection:
            self._must_be_current(connection)
            touched = history.reverse(connection, edit, kind, self._clock(), self._who)
        self._tell(touched)

    def _may_write(self) -> None:
        """Refuse to write what may only be read, or over what another program wrote."""
        if self.reason:
            raise Refusal(self.reason)
        if self.refresh():
            raise Outdated

    @contextmanager
    def _writing(self) -> Generator[None]:
        """Let something be written; where it fails, stay in step with the file.

        SQLite counts what it takes back after a fault as if another program
        had changed the file.
        """
        self._may_write()
        with in_words():
            try:
                yield
            except Outdated:
                raise
            except BaseException:
                with suppress(Refusal):
                    self._version = self._version_now()
                raise

    def _must_be_current(self, connection: Connection) -> None:
        """Refuse what came between: from here on nobody else can write."""
        if connection.exec_driver_sql("PRAGMA main.data_version").scalar_one() != self._version:
            raise Outdated

    def _version_now(self) -> int:
        with in_words():
            return pragma(plain(self._engine), "data_version")

    def _tell(self, touched: frozenset[str]) -> None:
        if touched:
            for listener in tuple(self._listeners):
                listener(touched)
