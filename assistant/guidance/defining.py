"""The statement of the fiches that says what a term is, or what it serves for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from assistant.guidance.disciplines import LANGUAGES
from assistant.guidance.fiches import COUNTRY, PRACTICE, Fiche, Fiches, Statement
from corpus.vocabulary import Language, Vocabulary
from indexing.analysis import stop_words
from indexing.tokenising import folded

_ARTICLE = r"(?:een|de|het|dit|deze|an?|the|this|zo'n|je|jouw|your)"
# What may stand before a term at the head of its clause: an article, and a word or two that are
# part of its name ("An ATA carnet").
_HEAD = re.compile(rf"^\W*(?:{_ARTICLE}\s)?(?:[\w&'’-]+[ -]){{0,3}}\W*$", re.IGNORECASE)
_WITH = re.compile(
    rf"^\W*(?:met|via|door|with|through|by)\s(?:{_ARTICLE}\s)?(?:[\w-]+[ -])?$", re.I
)
_VERB = re.compile(
    r"\b(?:is|zijn|was|heeft|hebt|heb|kan|kun|moet|mag|wordt|krijgt?|vraagt?|are|has|have|can|must"
    r"|may|gets?|asks?|needs?|nodig|als|if|when|wanneer|who|wie|zonder|without)\b",
    re.IGNORECASE,
)
_BRACKET = r"(?:\s?\([^)]{0,80}\))?"
_NOUN = (
    r"(?:[ -](?:formulier|form|attest|certificaat|certificate|verklaring|declaration|carnet|kaart"
    r"|card|visum|visa))?"
)
_IS_A = re.compile(
    rf"^{_NOUN}{_BRACKET},?\s(?:is|zijn|are|betekent|betekenen|means?|was)\s"
    r"(?!(?:niet|not|no|geen|only|alleen|also|ook|needed|nodig|usually|meestal|possible|mogelijk"
    r"|at|er|up|in|op|on|per|hoogstens|maximaal|minstens|valid|geldig|free|gratis|verplicht|obligatory"
    r"|definitief|final|one|één|\d+)\b)"
    r"(?P<a>een|de|het|an?|the|\w+)\b",
    re.IGNORECASE,
)
_ARTICLED = frozenset(("een", "de", "het", "a", "an", "the"))
_SERVES = re.compile(
    rf"^{_NOUN}{_BRACKET},?\s(?:bewijst|bewijzen|dient|dienen|toont|regelt|is bedoeld|is er voor"
    r"|proves?|serves?|shows? that|is meant|is for|are for)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    rf"^{_NOUN}{_BRACKET},?\s(?:helpt|steunt|ondersteunt|betaalt|geeft|biedt|verbindt|beheert|int"
    r"|vertegenwoordigt|behandelt|laat|betekent|bevat|geldt|regelt|bepaalt|verdeelt|organiseert|dekt"
    r"|helps?|supports?|pays?|gives?|offers?|connects?|manages?|collects?|represents?|handles?|lets?"
    r"|covers?|applies|decides?|organi[sz]es|distributes?|takes|enables?|allows?)\b",
    re.IGNORECASE,
)
_GLOSS = re.compile(
    rf"^(?:s|en|e)?\s?\((?!{_ARTICLE}\s|zoals|such as|like|bv|e\.g)(?P<gloss>[^)]{{4,80}})\)", re.I
)
_CALLED = re.compile(
    rf"\b(?:gaat het (?:om|over)|heten?|genoemd|noemt men|noem je|(?:dat|dit) is|called|known as"
    rf"|(?:it|this|that) is(?: about)?|concerns?|you need)\s(?:{_ARTICLE}\s)?$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"^,\s(?:die|dat|een|een soort|het|de|of|waarmee|which|that|an?|the|or|with which)\b", re.I
)
_DATED = re.compile(r"\d{4}|undated|zonder datum|pagina|page|bron|source", re.IGNORECASE)
_EMPTY = stop_words("nl") | stop_words("en")
_ENDING = r"(?:s|en|e|es|'s|n)?"
_PIECES = re.compile(r"[:()/]")
_ON = re.compile(
    r"\b(?:op|in|uit|voor|met|om|naar|on|from|for|with|to|when|abroad)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")
_CLAUSE = re.compile(r"[;:]\s+|,\s+(?=(?:en|and|maar|but)\s)")
_MOST_STATEMENTS = 60  # "tax treaty" stands in 56, "fee" in 67, "artist" in 192
_REMEMBERED = 512
_SHORT = 5  # letters of an abbreviation
_COMPOUND = 7  # letters of a word that is looked for inside compounds

SAYS = 2.0
"""From this score on a statement says what a term is; below it only glosses it."""
_LEAST = 0.8
_IS = 3.0
_SURELY = 2.8  # of a word that nobody lists as a term


@dataclass(frozen=True, slots=True)
class Defined:
    """A statement that explains a term, the fiche that it stands in, and how much it does."""

    fiche: Fiche
    statement: Statement
    score: float


class Defining:
    """Finds what explains terms in the fiches of one index. Safe for several threads."""

    def __init__(self, fiches: Fiches, vocabulary: Vocabulary) -> None:
        self._fiches = fiches
        self._vocabulary = vocabulary
        concepts = vocabulary.tables.concepts
        self._field = {
            "nl": frozenset(folded(term) for concept in concepts for term in concept.dutch),
            "en": frozenset(folded(term) for concept in concepts for term in concept.english),
        }
        self.of = lru_cache(maxsize=_REMEMBERED)(self._of)
        self._found = lru_cache(maxsize=_REMEMBERED)(self._found_anew)
        self._common = lru_cache(maxsize=_REMEMBERED)(self._common_anew)
        self._statements: dict[str, tuple[tuple[Fiche, Statement, str], ...]] = {}

    def _of(self, term: str, lang: str) -> Defined | None:
        """What best explains a term, under any name that the lexicon has for it, in the fiches of a
        language; None when nothing does."""
        for name in self._names(term, lang):
            found = max(self._found(name, lang), key=lambda one: one.score, default=None)
            if found is not None:
                return found
        return None

    def rule(self, term: str, lang: str) -> Statement | None:
        """The statement of a fiche on practice that surely says what a term is."""
        for name in self._names(term, lang):
            every = self._found(name, lang)
            own = [one for one in every if one.fiche.source.kind == PRACTICE and one.score >= _IS]
            if own:
                return max(own, key=lambda one: one.score).statement
        return None

    def _common_anew(self, term: str, lang: str) -> bool:
        """Whether so many statements have a word that it is no term ("artist", "fee")."""
        more = islice(self._holding(term, _pattern(term), lang), _MOST_STATEMENTS, None)
        return next(more, None) is not None

    def says(self, text: str, term: str) -> float:
        """How much a text says what a term is."""
        return _explains(text, _pattern(term))

    def home(self, term: str, lang: str) -> list[Statement]:
        """The statements on a term in the fiche on practice whose title has it, those of the rule
        first; empty where none has."""
        for name in () if self._common(term, lang) else self._names(term, lang):
            form = _pattern(name, within=True)
            for source in self._fiches.of_kind(PRACTICE, lang):
                if not _in_title(name, source.title):
                    continue
                told = self._fiches.fiche(source.pair or "", lang).statements
                return sorted(
                    (item for item in told if not item.gap and item.section != "who-to-ask"),
                    key=lambda item: (
                        not form.search(item.passage.text),
                        item.section != "basics",
                        not item.passage.annotation.key,
                    ),
                )
        return []

    def pointed(self, text: str, lang: str) -> str:
        """The term told of last in a text that something explains; empty without one."""
        words = re.findall(r"[^\W_][\w'’.+&/-]*[^\W_]|[^\W_]", text)
        best: tuple[tuple[bool, int], str] | None = None
        for size in (3, 2, 1):
            for place in range(len(words) - size + 1):
                term = " ".join(words[place : place + size])
                if {folded(words[place]), folded(words[place + size - 1])} & _EMPTY:
                    continue
                found = self.of(term, lang)
                own = self._is_term(term, lang)
                least = _LEAST if own else _SURELY
                if (found is None or found.score < least) and not (own and self.home(term, lang)):
                    continue
                rank = (size > 1, place)
                if best is None or rank > best[0]:
                    best = (rank, term)
        return best[1] if best else ""

    def _is_term(self, term: str, lang: str) -> bool:
        """Whether somebody may ask what a word is that a story only mentions: an abbreviation, a
        name, or a term of the field that the lexicon has."""
        if any(sign.isupper() or sign.isdigit() for sign in term[1:_SHORT]):
            return True
        return folded(term) in self._field["nl" if lang == "nl" else "en"] or term[0].isupper()

    def _names(self, term: str, lang: str) -> Iterator[str]:
        """The term and its other names, the one that was used first."""
        code: Language = "nl" if lang == "nl" else "en"
        seen: dict[str, None] = {term: None}
        seen.update(dict.fromkeys(self._abbreviated[code].get(folded(term), ())))
        seen.update(dict.fromkeys(self._vocabulary.lemmas(term, code)[:1]))
        seen.update(dict.fromkeys(self._vocabulary.synonyms(term, code)[:4]))
        other: Language = "en" if code == "nl" else "nl"
        if not self._vocabulary.knows(term, code) and self._vocabulary.knows(term, other):
            for meaning in self._vocabulary.translate(term, other, code)[:2]:
                seen.setdefault(meaning.term)
        yield from seen

    @cached_property
    def _abbreviated(self) -> dict[Language, dict[str, tuple[str, ...]]]:
        """By language the short and the long names of something by each of them, folded; those of
        the language first."""
        found: dict[Language, dict[str, tuple[str, ...]]] = {code: {} for code in LANGUAGES}
        for code, known in found.items():
            for short in self._vocabulary.abbreviations:
                own = (short.short(code), short.expansion(code))
                names = (*own, short.dutch_short, short.english_short, short.dutch, short.english)
                for name in {folded(name) for name in names}:
                    known[name] = (*known.get(name, ()), *names)
        return found

    def _found_anew(self, term: str, lang: str) -> tuple[Defined, ...]:
        form = _pattern(term)
        return tuple(
            Defined(fiche, item, score + _standing(fiche, item, term))
            for fiche, item in self._holding(term, form, lang)
            if (score := _explains(item.passage.text, form)) >= _LEAST
        )

    def _holding(
        self, term: str, form: re.Pattern[str], lang: str
    ) -> Iterator[tuple[Fiche, Statement]]:
        """The statements that a term stands in, in any of its forms."""
        # Plain text is looked through ten times as fast; the last letter may be another ("-ies").
        start = re.split(r"[\s-]+", term.strip(" -"))[0][:-1].lower()
        for fiche, item, small in self._every(lang):
            if start in small and form.search(item.passage.text):
                yield fiche, item

    def _every(self, lang: str) -> tuple[tuple[Fiche, Statement, str], ...]:
        """Every statement that tells something, and its text in small letters; read once."""
        if lang not in self._statements:
            self._statements[lang] = tuple(
                (fiche, item, item.passage.text.lower())
                for fiche in (self._fiches.fiche(pair, lang) for pair in self._fiches.sources)
                for item in fiche.statements
                if not item.gap
            )
        return self._statements[lang]


def _standing(fiche: Fiche, item: Statement, term: str) -> float:
    """What the place of a statement adds: where things are defined, where the term is at home."""
    added = 0.15 * bool(item.passage.annotation.key)
    added += 0.3 * (item.section in ("what-it-is", "what-it-does"))
    added += 0.2 * (item.section == "basics") + 0.1 * (fiche.source.kind == PRACTICE)
    added -= 0.4 * (fiche.source.kind == COUNTRY)
    title = re.split(r"[^\w]+", folded(fiche.source.title))
    own = [word for word in re.split(r"[^\w]+", folded(term)) if word]
    return added + 0.6 * all(word in title for word in own)


def _in_title(name: str, title: str) -> bool:
    """Whether a title names a term, as words or inside a compound, and not what that is on."""
    heads = [_ON.split(piece)[0] for piece in _PIECES.split(title) if piece]
    word = folded(name)
    form = _pattern(name)
    return any(
        form.search(head) or (len(word) >= _COMPOUND and word in folded(head)) for head in heads
    )


@lru_cache(maxsize=_REMEMBERED)
def _pattern(term: str, *, within: bool = False) -> re.Pattern[str]:
    """A term in a text, in any number; ``within`` compounds and with the endings of a verb too."""
    words = [re.escape(word) for word in re.split(r"[\s-]+", term) if word]
    short = (
        len(words) == 1 and len(term) <= _SHORT and any(s.isdigit() or s.isupper() for s in term)
    )
    body = re.sub(r"y$", "(?:y|ies)", r"[\s-]".join(words))
    # An abbreviation that was typed small is one all the same.
    flags = 0 if short else re.IGNORECASE
    body = body.upper() if short and term.upper() != term and term.isalnum() else body
    if within and len(term) >= _COMPOUND:
        stem = re.sub(r"(?:ing|en|s)$", "", body)
        return re.compile(rf"{stem}", re.IGNORECASE)
    return re.compile(rf"(?<![\w])(?:{body}){_ENDING}(?!\w)", flags)


def _explains(text: str, form: re.Pattern[str]) -> float:
    """How much a statement says what a term is or serves for: 0 when it says neither."""
    best = 0.0
    for sentence in _SENTENCE.split(text):
        for place, clause in enumerate(_CLAUSE.split(sentence)):
            best = max(best, _in_clause(clause, form, opens=place == 0))
    return best


def _in_clause(clause: str, form: re.Pattern[str], *, opens: bool) -> float:
    best = 0.0
    for match in form.finditer(clause):
        before, behind = clause[: match.start()], clause[match.end() :]
        if before.rstrip().endswith("(") and behind.startswith(")"):
            # An abbreviation in brackets stands for what is before it.
            before, behind = before.rstrip()[:-1], behind[1:]
            named = 0.2
        else:
            named = 0.0
        if _WITH.match(before) and behind[:1] in (" ", ",") and opens:
            more = re.match(r"\W*\w+(?: \w+)? (?:ook|also)\b", behind)
            best = max(best, (1.2 if more else 2.0) + named)
            continue
        if len(before.split()) <= 5 and _HEAD.match(before) and not _VERB.search(before):
            found = _IS_A.match(behind)
            if found:
                best = max(best, (3.0 if found["a"].lower() in _ARTICLED else 1.7) + named)
            elif _SERVES.match(behind):
                best = max(best, 2.8 + named)
            elif _DOES.match(behind):
                best = max(best, 2.3 + named)
        gloss = _GLOSS.match(behind)
        if gloss and not _DATED.search(gloss["gloss"]) and " " in gloss["gloss"]:
            best = max(best, 1.3)
        elif _CALLED.search(before):
            best = max(best, 1.6)
        elif named or _RELATIVE.match(behind):
            best = max(best, 1.1)
    return best
