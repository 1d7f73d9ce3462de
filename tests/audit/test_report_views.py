"""Pictures show the element at fault, as large as they say, and what cannot be seen has none."""

from dataclasses import replace

import pytest
from PIL import Image

from hub.audit.report import folder, views
from hub.audit.report.web import html

PAGE = ('<!doctype html><html lang="en"><title>A</title><style>body{margin:0}p{width:200px;height:50px;margin:50px}'
        "@media(prefers-color-scheme:dark){p{background:rgb(0,0,250)}}.away{display:none}</style>"
        '<main><h1>A</h1><p>Words in the picture</p><p class="away">Gone</p></main>')
PLACE = ("a b/index.html", "main > p")


@pytest.fixture
def pictured(made, tmp_path):
    """The small audit, of a folder that is there."""
    (tmp_path / "site/a b").mkdir(parents=True)
    (tmp_path / "site/a b/index.html").write_text(PAGE, encoding="utf-8")
    return replace(made, target=str(tmp_path / "site"), pages=made.pages[:1])


@pytest.mark.browser
def test_a_picture_of_the_element_in_its_state(pictured, tmp_path):
    picture = views.take(pictured, tmp_path)[PLACE]
    assert (picture.width, picture.height, picture.words) == (216, 66, "Words in the picture")
    with Image.open(tmp_path / picture.file) as shot:
        assert (shot.size, shot.convert("RGB").getpixel((200, 50))) == ((216, 66), (0, 0, 250))


@pytest.mark.browser
@pytest.mark.parametrize("selector", [
    pytest.param("main > p:nth-of-type(2)", id="not shown"),
    pytest.param("main > ul", id="not there"),
    pytest.param("iframe | p", id="in a frame"),
])
def test_what_cannot_be_seen_has_no_picture(pictured, tmp_path, selector):
    lost = replace(pictured.findings[-1], selector=selector)
    assert views.take(replace(pictured, pages=(replace(pictured.pages[0], findings=(lost,)),)), tmp_path) == {}


@pytest.mark.browser
def test_not_more_pictures_than_wanted(pictured, tmp_path):
    assert len(views.take(pictured, tmp_path, most=0)) == 0
    assert list((tmp_path / "pictures").iterdir()) == []


@pytest.mark.browser
def test_the_report_shows_them(pictured, tmp_path):
    folder.write(pictured, tmp_path, pictures=True)
    assert '<img src="pictures/1.png" width="216"' in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "<img" not in html(pictured)
