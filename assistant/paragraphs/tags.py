"""The text of a paragraph that was pasted with the tags of a web page."""

from __future__ import annotations

import html
import re

_CLOSED = re.compile(
    r"</(?:p|div|span|li|[ou]l|h[1-6]|td|tr|table|b|i|a|strong|em|body|blockquote)>", re.IGNORECASE
)
_UNREAD = re.compile(r"<(?:script|style)\b[^<>]*>[^<]*", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_HEADING = re.compile(r"<h[1-6]\b[^<>]*>", re.IGNORECASE)
_BREAKS = re.compile(
    r"</?(?:p|div|li|[ou]l|h[1-6]|tr|table|body|blockquote|br)\b[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def without_tags(text: str) -> str:
    """A text without the tags of HTML, its blocks on lines of their own, its items and headings
    marked as in Markdown; as it stands where it closes no tag."""
    if not _CLOSED.search(text):
        return text
    bare = _HEADING.sub("\n# ", _ITEM.sub("\n- ", _UNREAD.sub(" ", text)))
    return html.unescape(_TAG.sub("", _BREAKS.sub("\n\n", bare)))
