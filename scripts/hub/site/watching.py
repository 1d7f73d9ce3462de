"""While serving, the system tells of a saved file; MkDocs by itself looks at all files twice a second.

With 1,000 guides that look takes a part of each second, and half a second more until an edit is seen.
"""

from contextlib import suppress
from pathlib import Path
from typing import Any

from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

# Not those of files that are opened and read: a build reads them all, and would begin the next one
CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


class Told(Observer):  # type: ignore[misc, valid-type]
    """Changes as the system tells them. It is looked for those of single files, which many editors write anew, so that
    the system loses sight of them; and where it has no room for more.
    """

    def __init__(self) -> None:
        """Begin at once: only then the system says whether it has room for a folder. Raises OSError for none at all."""
        super().__init__()
        self._looking = PollingObserver(timeout=0.5)
        self._looking.start()
        super().start()

    def start(self) -> None:
        """It has begun; MkDocs begins it as well."""

    def schedule(self, handler: Any, path: str, *, recursive: bool = False) -> Any:
        """Watch a file or folder."""
        if Path(path).is_dir():
            with suppress(OSError):
                return super().schedule(handler, path, recursive=recursive, event_filter=CHANGES)
        return self._looking.schedule(handler, path, recursive=recursive)

    def on_thread_stop(self) -> None:
        """End both."""
        super().on_thread_stop()
        self._looking.stop()


def told_by_the_system(server: Any, watched: list[str]) -> None:
    """Let the server be told of changes in the files and folders that it watches already, and in those to come."""
    try:
        told = Told()
    except OSError:  # it goes on looking
        return
    for path in watched:
        server.unwatch(path)
    server.observer = told
    for path in watched:
        server.watch(path)
