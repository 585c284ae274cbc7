"""What Markdown files hold beside Markdown: front matter, headings without a space, HTML."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[^\S\n]*\n(.*?)\n\1[^\S\n]*\n", re.DOTALL)
_FIELD = re.compile(
    r"^(title|author|date|lang|language)[^\S\n]*[:=][^\S\n]*(\S.*?)[^\S\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
# "##Steun" and "####: Steun", as converters write them; "#steun" may be a tag.
_HEADING = re.compile(r"^( {0,3}#{2,6}):?[^\S\n]*(?=[^\s#:])")
_HTML_HEADING = re.compile(r"^ {0,3}<h([1-6])\b[^<>]*>(.+?)</h\1>\s*$", re.IGNORECASE)
# The second item of a list that nothing parts from the text before it.
_ITEM = re.compile(r"^ {0,3}\d{1,2}\.[^\S\n]+\S")
_MOVED_ITEM = re.compile(r"^ {4,}(?=(?:[-*+]|\d{1,2}[.)])[^\S\n]+\S)")
_LISTED = re.compile(r"^ {0,3}(?:[-*+]|\d{1,2}[.)])\s|^ {4}")
_ENDED = re.compile(r"[.;:]\s*$")
_SHORTCODE = re.compile(r"\{\{[<%].*?[>%]\}\}")
_TAG = re.compile(
    r"</?(?:a|abbr|address|article|aside|b|blockquote|body|br|center|cite|code|dd|del|details|div"
    r"|dl|dt|em|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|ins|kbd|li"
    r"|link|main|mark|meta|nav|ol|p|pre|section|small|span|strong|sub|summary|sup|table|tbody|td"
    r"|tfoot|th|thead|tr|u|ul|video)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says of itself above its text; empty where it does not say it."""

    title: str = ""
    author: str = ""
    date: str | None = None
    language: str | None = None


def parted(content: str) -> tuple[FrontMatter, str]:
    """The front matter of a Markdown file, and the rest of it."""
    found = _FRONT_MATTER.match(content)
    if found is None:
        return FrontMatter(), content
    fields = {name.lower(): value.strip("'\"") for name, value in _FIELD.findall(found[2])}
    day = _DAY.match(fields.get("date", ""))
    spoken = (fields.get("lang") or fields.get("language") or "").split("-")[0].lower()
    author = fields.get("author", "")
    return (
        FrontMatter(
            title=fields.get("title", ""),
            author=author if not author.startswith(("[", "{")) else "",
            date=day[0] if day else None,
            language=spoken if re.fullmatch(r"[a-z]{2}", spoken) else None,
        ),
        content[found.end() :],
    )


def mended(content: str) -> str:
    """Markdown whose headings have their signs and the space behind them, whose numbered items
    begin a list and whose lists begin at the margin, without the calls of a site's generator; code
    is left as it is."""
    lines: list[str] = []
    code = False
    above = ""  # the last line that is not empty
    moved = 0  # how far to the right the list here was moved
    for line in content.split("\n"):
        if _FENCE.match(line):
            code = not code
        elif not code:
            line = _SHORTCODE.sub("", _HEADING.sub(r"\1 ", line))
            if heading := _HTML_HEADING.match(line):
                line = f"{'#' * int(heading[1])} {heading[2].strip()}"
            if _ITEM.match(line) and lines and _ENDED.search(lines[-1]):
                lines.append("")
            item = _MOVED_ITEM.match(line)
            if item and lines and not lines[-1].strip() and not moved and not _LISTED.match(above):
                moved = item.end()
            elif line.strip() and not line.startswith(" " * moved):
                moved = 0
            line = line[moved:]
        lines.append(line)
        above = line if line.strip() else above
    return "\n".join(lines)


def without_tags(text: str) -> str:
    """The text that a reader sees of HTML; what only looks like a tag ("<naam>") stays."""
    return html.unescape(_TAG.sub(" ", _UNSEEN.sub(" ", text)))
