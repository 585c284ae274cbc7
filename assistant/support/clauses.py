"""Sentences and clauses: a statement is compared with the clause that says the same, no more."""

from __future__ import annotations

import re

from assistant.extracting.sentences import sentences as spans

_MARKS = r"\s*[;:()\n]\s*|\s+[–—-]\s+|,\s+(?!\d)"
_DUTCH = r"en|maar|of|terwijl|al|hoewel|want|omdat"
_ENGLISH = r"and|but|or|while|whereas|although|though|because"
_STRONG = re.compile(
    rf"{_MARKS}|\s+(?:maar|but|terwijl|while|whereas|hoewel|although|though|want|because|omdat)\s+"
    r"|\s+(?=(?:if|unless|tenzij|zolang|mits|as long as|provided)\s)"
    r"|\s+(?:en|and|of|or)\s+(?=(?:niet|geen|not|no)\b)",
    re.IGNORECASE,
)
_CLAUSE = {
    lang: re.compile(rf"{_MARKS}|\s+(?:{words})\s+", re.IGNORECASE)
    for lang, words in (("nl", _DUTCH), ("en", _ENGLISH))
}
_CONDITION = re.compile(
    r"(?<!also )(?<!even )(?<!ook )(?<!zelfs )\b(?:if|when|unless|wanneer|indien|mits"
    # "Tents are provided by the city" states no condition.
    r"|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )provided"
    r"|tenzij|zolang|as long as|pas|op voorwaarde dat|on (?:the )?condition that|in case|"
    r"als(?! (?:een )?(?:EU-|beeldend|bezoeker|zelfstandig|werknemer|kunstenaar|voorprogramma)))\b",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(
    r"\b(?:wie|whoever|anyone who|those who|people who|someone who)\b", re.IGNORECASE
)
# "Betaalt een organisator je reis, dan ...": the verb first and "dan" after the comma.
_VERB_FIRST = re.compile(r"^[A-Z][a-zë]+[td]? (?:[^,.]+), (?:dan|zo)\b")


def sentences(text: str) -> tuple[str, ...]:
    """A text's sentences; an abbreviation ("et al.") ends none."""
    return tuple(span.of(text) for span in spans(text)) or (text,)


def clauses(text: str, lang: str) -> tuple[str, ...]:
    """A text's clauses and members, cut at commas, brackets and every conjunction; never inside a
    number."""
    return _cut(text, _CLAUSE.get(lang, _CLAUSE["en"]))


def statements(text: str) -> tuple[str, ...]:
    """A text's clauses that can be true or false by themselves: "bread and butter" stays one."""
    return _cut(text, _STRONG)


def _cut(text: str, where: re.Pattern[str]) -> tuple[str, ...]:
    # A short aside ("(Künstlersozialabgabe)") names what stands before it.
    whole = re.sub(r"\s\(((?:[^()\s\d]+\s?){1,3})\)", r" \1", text)
    found = tuple(
        part.strip(" ,.")
        for sentence in sentences(whole)
        for part in where.split(sentence)
        if part and part.strip(" ,.")
    )
    return found or (text,)


def conditions(sentence: str) -> tuple[str, ...]:
    """The clauses of a sentence that say when it holds ("if ...", "als ...", "pas wanneer ...")."""
    if _VERB_FIRST.match(sentence):
        return (sentence.split(",")[0],)
    found = []
    for clause in re.split(r"[,;()]\s*", sentence):
        match = _CONDITION.search(clause)
        if match:
            found.append(clause[match.start() :])
    return tuple(found)


def conditional(text: str) -> bool:
    """Whether a text says when, or for whom, it holds."""
    return bool(_FOR_WHOM.search(text)) or any(conditions(sentence) for sentence in sentences(text))


def plain(text: str) -> str:
    """A text without what says nothing of its content: that a page has no date, section signs."""
    text = re.sub(r"\bzonder datum\b", "ongedateerd", text)
    return re.sub(r"§§?\s*[\d.]*\d", "", text)
