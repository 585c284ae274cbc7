"""From an answer's Markdown to HTML that is safe to show.

Answers quote documents, and documents are written by others: raw HTML is never let through, links
only to web addresses, images not at all. Citation markers travel through the rendering as
private-use characters, which are first taken out of the text itself, so that no document can forge
one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from assistant.answer import Citation, Claim

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKER = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s")
_BARE_ADDRESS = re.compile(r"(?<![<(\[\"'=\w/])https?://[^\s<>\"'`|*\\]*[^\s<>\"'`|*\\.,;:!?)\]]")
_TAGS = {
    *("p", "br", "strong", "em", "del", "code", "pre", "blockquote", "a", "hr"),
    *("ul", "ol", "li", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(
    ["table", "strikethrough"]
)
_markdown.disable(["image", "html_block", "html_inline"])


def markdown_html(text: str) -> str:
    """Cleaned HTML of a Markdown text. Headings start at level 3, below the page's own."""
    html = _markdown.render(_BARE_ADDRESS.sub(r"<\g<0>>", text))
    html = re.sub(r"<(/?)h[12]>", r"<\1h3>", html)
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer nofollow",
    )


def claims_html(
    claims: Sequence[Claim],
    citations: Iterable[Citation],
    marker: Callable[[Citation], str],
) -> Markup:
    """HTML of an answer's claims, each followed by its markers.

    Args:
        claims: the claims; those that are items of one list become one list.
        citations: the answer's citations, by whose ``n`` the claims refer to them.
        marker: the HTML of the marker for one citation; must escape what it takes from it.
    """
    by_number = {citation.n: citation for citation in citations}
    html = "".join(
        _framed(markdown_html(_joined(group))) if frame else markdown_html(_joined(group))
        for frame, group in _grouped(claims)
    )

    def drawn(match: re.Match[str]) -> str:
        citation = by_number.get(int(match.group(1)))
        return marker(citation) if citation else ""

    return Markup(_MARKER.sub(drawn, html))  # noqa: S704 - cleaned above


def _grouped(claims: Sequence[Claim]) -> Iterator[tuple[bool, list[Claim]]]:
    """The claims in runs of what a source says and of the assistant's own connecting words."""
    for frame, group in groupby(claims, key=lambda claim: claim.frame and not claim.citations):
        yield frame, list(group)


def _framed(html: str) -> str:
    """Connecting words, marked as such; those that lead in what follows look like a heading."""
    html = re.sub(r"<p>(?=(?:(?!</p>).)*:</p>)", '<p class="frame lead-in">', html)
    return html.replace("<p>", '<p class="frame">')


def _joined(claims: Sequence[Claim]) -> str:
    parts: list[str] = []
    in_list = False
    for claim in claims:
        text = claim.text.translate({ord(_OPEN): None, ord(_CLOSE): None}).rstrip()
        markers = "".join(f"{_OPEN}{n}{_CLOSE}" for n in claim.citations)
        last = text.rsplit("\n", 1)[-1].lstrip()
        is_item = bool(_LIST_ITEM.match(text))
        if parts:
            parts.append("\n" if in_list and is_item else "\n\n")
        if markers and last.startswith(("|", "```", "~~~", "#")):
            parts.append(f"{text}\n\n{markers}")
        else:
            parts.append(f"{text} {markers}" if markers else text)
        in_list = is_item
    return "".join(parts)
