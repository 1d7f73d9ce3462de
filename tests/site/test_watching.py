"""While serving: which changes of files make the server build anew, and how it hears of them."""

import ctypes
import os
from pathlib import Path
from threading import Event

import pytest
from mkdocs.livereload import LiveReloadServer

from hub.site.watching import told_by_the_system

SOON = 20  # seconds; told at once by the system, and within two looks otherwise
STILL = 1.5
ROOM = Path("/proc/sys/fs/inotify/max_user_instances")


@pytest.fixture
def watching(tmp_path):
    """(a folder and a file that MkDocs' server watches, whether it heard of a change within so many seconds)."""
    data, settings = tmp_path / "data", tmp_path / "mkdocs.yml"
    (data / "services").mkdir(parents=True)
    (data / "services/a.yml").write_text("fee: 1")
    settings.write_text("site_name: A")
    made = Event()
    server = LiveReloadServer(made.set, "127.0.0.1", 0, str(tmp_path))
    server.watch(str(settings))
    try:
        told_by_the_system(server, [str(settings)])
        server.watch(str(data))
        if not server.observer.is_alive():  # the server begins it
            server.observer.start()

        def heard(within):
            with server._rebuild_cond:
                came = server._rebuild_cond.wait_for(lambda: server._want_rebuild, timeout=within)
                server._want_rebuild = False
            return came

        yield data, settings, heard
    finally:
        server.server_close()
        server.observer.stop()
        server.observer.join()


def test_a_file_that_is_saved_or_new_or_gone_is_heard_of(watching):
    data, _, heard = watching
    (data / "services/a.yml").write_text("fee: 2")
    assert heard(SOON)
    (data / "services/new").mkdir()
    (data / "services/b.yml").write_text("fee: 3")
    assert heard(SOON)
    heard(STILL)
    (data / "services/b.yml").unlink()
    assert heard(SOON)


def test_a_file_that_is_only_read_is_not(watching):
    """A build reads all files, and would begin the next one."""
    data, _, heard = watching
    (data / "services/a.yml").read_text()
    assert not heard(STILL)


def test_a_single_file_is_heard_of_each_time_it_is_written_anew(watching):
    _, settings, heard = watching
    for name in "BC":
        beside = settings.with_suffix(".new")
        beside.write_text(f"site_name: The {name}")
        os.replace(beside, settings)
        assert heard(SOON)
        heard(STILL)


@pytest.fixture
def no_room():
    """The system tells nobody else of changes: all that it gives to one user are taken."""
    start = ctypes.CDLL(None).inotify_init
    taken = []
    while (one := start()) != -1:
        taken.append(one)
    yield
    for one in taken:
        os.close(one)


@pytest.mark.skipif(not ROOM.exists() or int(ROOM.read_text()) > 512,
                    reason="it takes all that there is, up to 512")
@pytest.mark.usefixtures("no_room")
def test_where_the_system_has_no_room_files_are_looked_for(watching):
    data, _, heard = watching
    (data / "services/a.yml").write_text("fee: 21")
    assert heard(SOON)
