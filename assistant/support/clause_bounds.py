"""Where one clause of a sentence ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.support.tagging import Token
from corpus.vocabulary import Language

_VERBS = ("V", "B", "W", "M")


def cut_clauses(tokens: Sequence[Token], lang: Language) -> Iterator[list[Token]]:
    """The tokens cut into clauses: at full stops, at words that begin a clause, at the comma that
    ends one which began so, and at "and" before a new subject with its verb."""
    part: list[Token] = []
    dependent = False
    for position, token in enumerate(tokens):
        rest = tokens[position + 1 :]
        starts = token.tag in (".", "R") or (
            token.tag == "S" and bool(part) and part[-1].tag == "N"
        )
        # "Zoek je steun, dan dient je partner de aanvraag in"
        then = token.tag == "," and lang == "nl" and bool(rest) and rest[0].text == "dan"
        starts = starts or (then and _has_verb(part))
        ends = token.tag == "," and dependent and not enumerates(rest)
        # "Kan het transport en de reizen betalen": the infinitive belongs to "kan".
        waits = lang == "nl" and any(one.tag in ("M", "W") for one in part)
        joins = token.tag in ("C", ",") and _has_verb(part) and _new_clause(rest, lang, waits)
        goes_on = token.tag == "C" and _has_verb(part) and _verb_follows(rest, lang)
        if starts or ends or joins or goes_on:
            if part:
                yield part
            part = [token] if goes_on else []
            dependent = token.tag == "R"
        else:
            part.append(token)
    if part:
        yield part


def _has_verb(part: Sequence[Token]) -> bool:
    return any(token.tag in ("V", "L", "B", "W", "M") for token in part)


def _new_clause(rest: Sequence[Token], lang: Language, waits: bool) -> bool:
    """Whether a subject and its verb follow: "and JASRAC pays"."""
    subject = named = False
    for token in rest[:8]:
        if token.tag == "N":
            subject = True
            named = named or token.text[0].isupper()
        elif token.tag in _VERBS or (token.tag == "L" and lang == "en" and named):
            return subject and not (waits and token.text.endswith("n"))
        elif token.tag == "A":
            named = True
        elif token.tag in ("P", "O") and subject:
            continue
        elif token.tag != '"':
            return False
    return False


def _verb_follows(rest: Sequence[Token], lang: Language) -> bool:
    """Whether the clause goes on with another verb: "and runs the programme"."""
    for position, token in enumerate(rest[:3]):
        if token.tag in ("B", "W", "M"):
            return True
        if token.tag in ("V", "L"):
            ending = token.text.endswith(("s", "ed") if lang == "en" else ("t", "de", "te"))
            after = rest[position + 1].tag if position + 1 < len(rest) else ""
            return ending and after in ("A", "N", "#", "P", '"', "O")
        if token.tag != "O":
            return False
    return False


def enumerates(rest: Sequence[Token]) -> bool:
    """Whether a list goes on after a comma: nothing but words until the next comma or "and"."""
    for token in rest[:5]:
        if token.tag in ("C", ","):
            return True
        if token.tag not in ("N", "A", "#", '"'):
            return False
    return False
