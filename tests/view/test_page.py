from html.parser import HTMLParser

from elman.view.page import Html, escaped, html_table, page, paragraph, picture, verbatim

NASTY = "<script>alert('&')</script>\"'><img src=x onerror=1>"


class Outline(HTMLParser):
    """Keeps the tags that are open, and all attributes and texts."""

    VOID = ("meta", "img")

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.texts = [], [], []

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def outline(text):
    found = Outline()
    found.feed(text)
    found.close()
    assert found.open == []
    return found


def test_whatever_a_user_writes_is_shown_and_never_obeyed():
    parts = [paragraph(NASTY), verbatim(NASTY), picture(b"png", NASTY)]
    parts += [html_table([[NASTY, NASTY]]), html_table([[NASTY]], head=[NASTY])]
    found = outline(page(NASTY, parts[0], {NASTY: Html("".join(parts))}, NASTY))
    tags = [tag for tag, _ in found.seen]
    assert "script" not in tags
    assert tags.count("img") == 1
    assert all("onerror" not in attributes for _, attributes in found.seen)
    assert found.texts.count(NASTY) == 12


def test_nothing_is_escaped_twice():
    assert escaped(escaped(NASTY)) == escaped(NASTY)
    assert "&amp;lt;" not in html_table([[paragraph("<")]], head=[escaped("<")])


def test_a_page_asks_for_nothing_from_elsewhere():
    found = outline(page("t", Html(""), {"Data": picture(b"png", "it")}, "end"))
    for tag, attributes in found.seen:
        assert tag not in ("script", "link", "iframe", "object")
        for name in ("src", "href"):
            assert attributes.get(name, "#").startswith(("#", "data:"))
    links = [attributes["href"] for tag, attributes in found.seen if tag == "a"]
    assert links == [f"#{a['id']}" for tag, a in found.seen if tag == "section"]
