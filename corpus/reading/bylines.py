"""Who wrote a web page and when, as the page shows it: extraction of main text drops both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

_LONGEST = 200
"""A byline has at most so many characters."""
_OUTSIDE = frozenset(
    (
        "nav", "footer", "aside", "form", "script", "style", "noscript", "template", "button",
        "select", "figure", "table", "svg", "dialog", "head",
    )
)  # fmt: skip
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|reacties?|related|gerelateerd|sidebar|widget|cookie|consent|menu|"
    r"nav|breadcrumbs?|footer|share|social|teasers?|card|newsletter|popup)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:byline|author|auteur|auteurs|authors|posted-on|posted-by|published|pubdate|"
    r"publish-date|publication-date|publicatiedatum|entry-date|post-date|post-meta|entry-meta|"
    r"article-meta|article-date|dateline|date-published)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?:(?:geschreven|tekst|een bijdrage|gepost|gepubliceerd|samengesteld)\s+(?:door|op)\b|"
    r"door\s+[A-ZÀ-Þ]|auteurs?\s*:|tekst\s*:|redactie\s*:|datum\s*:|publicatiedatum\b|"
    r"laatst (?:bijgewerkt|gewijzigd)\b|(?:written|posted|published|updated)\s+(?:by|on)\b|"
    r"by\s+[A-ZÀ-Þ]|authors?\s*:|last (?:updated|modified)\b|publié\s+(?:le|par)\b|"
    r"par\s+[A-ZÀ-Þ]|écrit par\b)"
)
_PROPERTIES = frozenset(("author", "datePublished", "dateModified", "dateCreated"))
_BLOCKS = frozenset(
    ("p", "div", "span", "li", "small", "address", "dd", "em", "i", "h4", "h5", "h6")
)


@dataclass(frozen=True, slots=True)
class Bylines:
    """What a page shows of who and when, in its order.

    ``author`` is the name in what is marked up as the author's, empty where nothing is.
    """

    texts: tuple[str, ...] = ()
    author: str = ""


def bylines(tree: _Element, text: str) -> Bylines:
    """The bylines and dates of publication that a page shows about itself.

    An element is one where it says so itself (``time``, ``rel=author``, a property of schema.org, a
    class such as ``byline``) or begins as bylines do ("Door …", "Published on …"). Those in menus,
    sidebars, comments and teasers of other pages are about something else.

    Args:
        text: the main text as extracted, white space folded: what it holds is not told again.
    """
    texts: list[str] = []
    author = ""
    titled = False
    title = next((one for one in tree.iter("h1")), None)
    for element in _in_order(tree):
        titled = titled or title is None or element is title
        shown = _text(element)
        if not shown or len(shown) > _LONGEST or not _is_one(element, shown):
            continue
        # What stands far above the title is the site's.
        near = titled or _shares_holder(element, title)
        near = near and not _of_another(element, title)
        if near and not author and "author" in _properties(element):
            author = shown
        if near and shown not in text and not any(shown in one for one in texts):
            texts.append(shown)
    return Bylines(tuple(texts), author)


def _in_order(element: _Element) -> Iterator[_Element]:
    """The elements that may be about the page, outermost first."""
    for inner in element:
        if not isinstance(inner.tag, str) or inner.tag in _OUTSIDE:
            continue
        if inner.tag != "body" and _ASIDE.search(_names(inner)):
            continue
        yield inner
        yield from _in_order(inner)


def _names(element: _Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _properties(element: _Element) -> list[str]:
    """What an element says that it is, by its link's relation or by schema.org."""
    return f"{element.get('itemprop') or ''} {element.get('rel') or ''}".split()


def _is_one(element: _Element, shown: str) -> bool:
    if not any(character.isalnum() for character in shown):
        return False
    if element.tag == "time" or not _PROPERTIES.isdisjoint(_properties(element)):
        return True
    if element.tag not in _BLOCKS:
        return False
    return bool(_NAMED.search(_names(element)) or _SAID.match(shown))


def _shares_holder(element: _Element, title: _Element | None) -> bool:
    """Whether an element stands in the same article or header as the title."""
    if title is None:
        return True
    holder = title.getparent()
    while holder is not None and holder.tag not in ("article", "main", "header", "section"):
        holder = holder.getparent()
    return holder is not None and holder in element.iterancestors()


def _of_another(element: _Element, title: _Element | None) -> bool:
    """Whether an element stands in an article, or in a list, that the title does not stand in."""
    own = set(title.iterancestors()) if title is not None else set()
    return any(
        one.tag in ("article", "li") and one not in own and title is not None
        for one in element.iterancestors()
    )


def _text(element: _Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())
