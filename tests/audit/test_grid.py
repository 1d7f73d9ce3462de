"""A Selenium Grid: what it offers, when it is refused, and that its browsers find what ours find.

The last needs a grid: GRID=http://127.0.0.1:4444 scripts/test tests/audit/test_grid.py
"""

import json
import os

import pytest

from hub.audit import command, grid, run, server

FREE, TAKEN = None, {"sessionId": "x"}


def node(*sessions, most=9, name="chrome", up="UP"):
    slots = [{"stereotype": {"browserName": name}, "session": each} for each in sessions]
    return {"availability": up, "maxSessions": most, "slots": slots}


@pytest.fixture
def offering(tmp_path):
    """A grid's answer to /status, at an address."""
    def tell(*nodes):
        (tmp_path / "status").write_text(json.dumps({"value": {"ready": True, "nodes": nodes}}))
        return base

    with server.serve(tmp_path) as base:
        yield tell


@pytest.mark.parametrize(("nodes", "free"), [
    pytest.param([node(FREE, FREE), node(FREE)], 3, id="two nodes"),
    pytest.param([node(FREE, FREE, FREE, most=2)], 2, id="more slots than sessions"),
    pytest.param([node(FREE, FREE, TAKEN, most=2)], 1, id="one in use"),
    pytest.param([node(TAKEN)], 1, id="all in use: it makes us wait"),
    pytest.param([node(FREE), node(FREE, FREE, name="firefox"), node(FREE, FREE, up="DOWN")], 1, id="others"),
])
def test_as_many_browsers_as_are_free(offering, nodes, free):
    assert grid.sessions(offering(*nodes)) == free


@pytest.mark.parametrize("nodes", [
    pytest.param([], id="no node"),
    pytest.param([node(FREE, name="firefox"), node(FREE, up="DRAINING")], id="none that will do"),
])
def test_a_grid_without_chrome_is_refused(offering, nodes):
    with pytest.raises(grid.NoGrid, match="no node with Chrome"):
        grid.sessions(offering(*nodes))


def test_what_is_no_grid_is_told_and_is_no_traceback(tmp_path, capsys):
    (tmp_path / "status").write_text("{}")
    with server.serve(tmp_path) as base:
        assert command.main([str(tmp_path), "--grid", base]) == 2
    assert f"There is no Selenium Grid at {base}" in capsys.readouterr().err


@pytest.mark.parametrize(("there", "target", "refused"), [
    pytest.param("http://grid.example:4444", "site", True, id="a folder"),
    pytest.param("http://grid.example:4444", "http://localhost:8000/", True, id="this machine"),
    pytest.param("http://grid.example:4444", "https://hub.example/", False, id="an address"),
    pytest.param("http://127.0.0.1:4444", "site", False, id="a grid on this machine"),
    pytest.param("http://[::1]:4444", "http://127.0.0.1:8000/", False, id="both on this machine"),
])
def test_a_target_that_the_grid_cannot_reach_is_refused(there, target, refused):
    if not refused:
        return grid.need_reachable(there, target)
    with pytest.raises(grid.NoGrid, match="cannot reach"):
        grid.need_reachable(there, target)


@pytest.mark.browser
@pytest.mark.skipif("GRID" not in os.environ, reason="needs a Selenium Grid: GRID=http://127.0.0.1:4444")
def test_browsers_of_a_grid_find_what_ours_find(tmp_path):
    faults = {"a": "<p style='color:#bbb'>Pale</p>", "b": "<h3>Low</h3><div onclick='x()'>Press</div>"}
    for name, body in faults.items():
        (tmp_path / f"{name}.html").write_text(f'<html lang="en"><title>Page {name} to try</title><h1>Page {name}</h1>'
                                               f"{body}", encoding="utf-8")
    asked = str(tmp_path), command.engine(), "2026-11-22"
    there = run.audit(*asked, workers=grid.sessions(os.environ["GRID"]), grid=os.environ["GRID"])
    assert there.pages == run.audit(*asked).pages
    assert {"axe/color-contrast", "keyboard-reach"} <= {one.rule for one in there.findings}
    assert "page-judged" not in {one.rule for one in there.findings}
