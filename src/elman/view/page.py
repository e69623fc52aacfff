"""A page of HTML that needs nothing else: no network, no script, no file beside it."""

from __future__ import annotations

import html
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from string import Template

__all__ = [
    "Html",
    "escaped",
    "grid",
    "html_table",
    "page",
    "paragraph",
    "picture",
    "running",
    "verbatim",
]


class Html(str):
    """A text that is HTML already; every other text is escaped before it comes into a page."""


def escaped(text: str) -> Html:
    """Return a text as HTML that shows it letter by letter; HTML stays what it is.

    Args:
        text: of anybody.

    Example:
        >>> escaped("a < b"), escaped(Html("<b>b</b>"))
        ('a &lt; b', '<b>b</b>')
    """
    return text if isinstance(text, Html) else Html(html.escape(text))


def paragraph(text: str) -> Html:
    """Return a paragraph.

    Args:
        text: of one or several sentences.

    Example:
        >>> paragraph("Mice & cats.")
        '<p>Mice &amp; cats.</p>'
    """
    return Html(f"<p>{escaped(text)}</p>")


def verbatim(text: str) -> Html:
    """Return a text with its lines and blanks as they are.

    Args:
        text: lines.

    Example:
        >>> verbatim("a  b")
        '<pre>a  b</pre>'
    """
    return Html(f"<pre>{escaped(text)}</pre>")


def running(text: str) -> Html:
    """Return a text for the cell of a table, with its lines, as wide as can be read.

    Args:
        text: of words.

    Example:
        >>> running("long ago")
        '<span class="text">long ago</span>'
    """
    return Html(f'<span class="text">{escaped(text)}</span>')


def html_table(rows: Iterable[Sequence[str]], *, head: Sequence[str] = ()) -> Html:
    """Return rows as a table; without a head, the first cell of each row names the others.

    Args:
        rows: cells of text, equally many in each row.
        head: the names of the columns.

    Example:
        >>> html_table([["seed", "0"]])
        '<div class="wide"><table><tr><th scope="row">seed</th><td>0</td></tr></table></div>'
    """
    first = "td" if head else 'th scope="row"'
    names = "".join(f'<th scope="col">{escaped(name)}</th>' for name in head)
    lines = [f"<tr>{names}</tr>"] if head else []
    for row in rows:
        kinds = [first, *["td"] * (len(row) - 1)]
        cells = (
            f"<{kind}>{escaped(cell)}</{kind[:2]}>" for kind, cell in zip(kinds, row, strict=True)
        )
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return Html(f'<div class="wide"><table>{"".join(lines)}</table></div>')


def picture(png: bytes, told: str) -> Html:
    """Return a picture with its bytes inside.

    Args:
        png: the bytes of a PNG.
        told: what it shows, for those who do not see it.

    Example:
        >>> picture(b"", "nothing")
        '<img src="data:image/png;base64," alt="nothing">'
    """
    return Html(
        f'<img src="data:image/png;base64,{b64encode(png).decode()}" alt="{escaped(told)}">'
    )


def grid(parts: Iterable[Html]) -> Html:
    """Return parts side by side where there is room, and one below the other where there is not.

    Args:
        parts: such as drawings.

    Example:
        >>> grid([paragraph("a")])
        '<div class="grid"><div><p>a</p></div></div>'
    """
    return Html(f'<div class="grid">{"".join(f"<div>{part}</div>" for part in parts)}</div>')


def page(title: str, opening: Html, sections: Mapping[str, Html], closing: str) -> Html:
    """Return a whole page, readable in light and darkness, on paper and on a narrow screen.

    Args:
        title: of the page.
        opening: what stands below it.
        sections: by their titles, in their order.
        closing: the last line.

    Example:
        >>> whole = page("A model", Html(""), {"Data": paragraph("None.")}, "")
        >>> whole.startswith("<!doctype html>"), "<h2>Data</h2><p>None.</p>" in whole
        (True, True)
    """
    numbered = [*enumerate(sections.items(), 1)]
    links = "".join(f'<a href="#s{n}">{escaped(name)}</a> ' for n, (name, _) in numbered)
    body = "".join(
        f'<section id="s{n}"><h2>{escaped(name)}</h2>{content}</section>'
        for n, (name, content) in numbered
    )
    return Html(
        _PAGE.substitute(
            title=escaped(title), opening=opening, links=links, body=body, closing=escaped(closing)
        )
    )


_PAGE = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>$title</title>
<style>
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --faint: #5c5c5c;
  --edge: #d8d8d8; --wash: #f5f5f5; --mark: #ffe0b0; --first: #0072b2; --second: #d55e00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #17191c; --faint: #a5a5a5;
  --edge: #3a3d42; --wash: #202327; --mark: #6b4300; --first: #56b4e9; --second: #e69f00; } }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #444;
  --edge: #bbb; --wash: #fff; --mark: #ffe0b0; --first: #0072b2; --second: #d55e00; }
  nav { display: none; } pre, img, svg, tr { break-inside: avoid; } h2 { break-after: avoid; }
  pre { white-space: pre-wrap; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem 1rem 3rem; max-width: 62rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; margin: 0.5rem 0; } h2 { font-size: 1.25rem; margin: 2.2rem 0 0.6rem;
  border-bottom: 1px solid var(--edge); padding-bottom: 0.2rem; }
h3 { font-size: 1rem; margin: 1rem 0 0.3rem; }
nav a { display: inline-block; margin-right: 0.9rem; } a { color: var(--first); }
footer { color: var(--faint); margin-top: 3rem; font-size: 0.9rem; }
pre { background: var(--wash); border: 1px solid var(--edge); border-radius: 4px;
  padding: 0.7rem; overflow-x: auto; font: 0.86rem/1.45 ui-monospace, monospace; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: 0.93rem; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 1.1rem 0.25rem 0;
  border-bottom: 1px solid var(--edge); overflow-wrap: normal; }
th { font-weight: 600; } th[scope=row] { font-weight: 400; color: var(--faint); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; display: block; min-width: 12rem; }
mark { background: var(--mark); color: inherit; padding: 0 0.15em; border-radius: 3px; }
img { max-width: 100%; height: auto; background: #fff; border-radius: 4px; display: block;
  margin: 0.5rem 0; }
svg { width: 100%; height: auto; display: block; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
  gap: 1.2rem; }
@media print { .grid { grid-template-columns: 1fr 1fr; } }
</style>
</head>
<body>
<header><h1>$title</h1>$opening<nav>$links</nav></header>
<main>$body</main>
<footer>$closing</footer>
</body>
</html>
""")
