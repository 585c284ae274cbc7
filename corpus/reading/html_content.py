"""Where a page says its content stands: one element for a page that has several, or none."""

from __future__ import annotations

import lxml.etree
import lxml.html
from lxml.etree import _Element

_AROUND = ("nav", "header", "footer", "aside")
_HEADINGS = ("h1", "h2", "h3", "h4")


def joined(page: _Element) -> bytes | None:
    """The page with all that it calls its content in one ``main``; None where it calls nothing so,
    or one element only.

    A page may have several ``main`` or ``article`` elements side by side; of these only the first
    would be read.
    """
    for tag in ("main", "article"):
        outer = [
            element
            for element in page.iter(tag)
            if not any(above.tag in ("main", "article") for above in element.iterancestors())
        ]
        if len(outer) > 1 and outer[0].getparent() is not None:
            return _in_main(outer)
        if outer:
            return None
    return None


def whole_body(page: _Element) -> bytes | None:
    """The page with its body as its content, without what stands around it; None for a page that
    has no heading which could be lost."""
    body = page.find("body") if page.tag == "html" else page
    if body is None or next(body.iter(*_HEADINGS), None) is None:
        return None
    lxml.etree.strip_elements(body, *_AROUND, with_tail=False)
    return _in_main([body])


def several_titles(page: _Element) -> bool:
    """Whether a page has several headings of the first level: none of them is its title."""
    titles = [heading for heading in page.iter("h1") if any(map(str.strip, _texts(heading)))]
    return len(titles) > 1


def _texts(element: _Element) -> list[str]:
    return [str(text) for text in element.itertext()]


def _in_main(elements: list[_Element]) -> bytes:
    main = lxml.html.Element("main")
    for element in elements:
        part = lxml.html.Element("div")
        part.text = element.text
        part.extend(list(element))
        main.append(part)
    html = lxml.html.Element("html")
    body = lxml.html.Element("body")
    html.append(body)
    body.append(main)
    return bytes(lxml.html.tostring(html, encoding="utf-8"))
