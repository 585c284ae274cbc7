"""What is it? A question after one scheme, organisation or term alone, or after one part of it."""

from __future__ import annotations

import re

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, after, opening, whole
from assistant.guidance.defining import SAYS, Defining
from assistant.guidance.fiches import COUNTRY, ORGANISATION, PRACTICE, Fiche, Fiches
from assistant.guidance.naming import Names
from assistant.guidance.needs import Needs
from assistant.guidance.offering import grant_questions, need_questions
from assistant.guidance.scope import DEFINING, Scope
from assistant.guidance.scoping import COUNTRY_SECTIONS, FORMALITIES
from assistant.guidance.wording import say
from assistant.guidance.words import load_words
from assistant.understanding.answer_kind import AnswerKind, answer_kind
from assistant.understanding.term_asked import TermAsked, term_asked
from assistant.words import words
from corpus.vocabulary import Vocabulary
from indexing.analysis import stop_words
from indexing.tokenising import folded, tokens

_EMPTY = stop_words("nl") | stop_words("en")
# What tells who a scheme is for and what it pays, after what it is.
_BESIDE = ("for-whom", "what-it-covers")
# To apply for something is what one does with any scheme.
_ANY_SCHEME = frozenset(
    ("apply", "applying", "aanvragen", "aanvraag", "indienen", "krijg", "krijgen", "receive")
)
_MOST_BARE = 6  # words of a question that only names a formality
_WORDS = 45  # of a statement that is told beside the definition
_MOST = 4  # statements of one part
_OF_HOME = 2  # of a fiche on practice, where nothing defines its subject
_SURE = 0.75  # share of a name from which a fiche is meant
_BRACKETS = re.compile(r"\([^)]*\)")
_IS = re.compile(r"^\S+(?:\s\([^)]*\))?\s(?:is|zijn|betekent|are|means)\s(?:een|de|het|an?|the)\b")
_ASKING = re.compile(
    r"\b(?:wie|waar|wanneer|waarom|hoe|hoeveel|welke?|van|who|where|when|why|how|which|since)\b",
    re.I,
)
# Who asks how, whom or when asks something that holds in any country, too.
_HOW = re.compile(
    r"\b(?:hoe|hoeveel|wie|waar|wanneer|waarom|bij wie|how|who|whom|where|when|why)\b", re.I
)
# A question that is one name or word ("A1?").
_BARE = re.compile(r"^\W*(?:(?:een|de|het|an?|the)\s)?(?P<term>[A-Z0-9][\w.'’+&-]+)\W*$")
_DEFINES = re.compile(r"^\W*(?:wat (?:is|zijn|betekent)|what (?:is|are|does)|what's)\b", re.I)
# "What is an A1, and do I need one?" asks what it is before what else it asks.
_FIRST = re.compile(
    r"^\W*(?P<what>(?:wat (?:is|zijn|betekent)|what (?:is|are)|what's)\s[^?,;]{2,50}?)"
    r"(?:\s*[?,;]\s*(?:(?:en|and|of|or|want|maar|but)\s)?|\s(?:en|and)\s)(?P<rest>\w.*)$",
    re.IGNORECASE | re.DOTALL,
)


class Explaining:
    """Explains what the fiches of one index are about. Safe for several threads."""

    def __init__(self, fiches: Fiches, names: Names, needs: Needs, vocabulary: Vocabulary) -> None:
        self._defining = Defining(fiches, vocabulary)
        self._fiches = fiches
        self._names = names
        self._needs = needs

    def explain(self, text: str, scope: Scope, lang: str) -> Advice | None:
        """The definition, or the part that is asked for, when a question says nothing else; a
        counter-question to a bare need ("visum", "subsidie"). None for another question."""
        asked = term_asked(text)
        told = self._explained(asked, lang) if asked else None
        if told is not None or scope.countries:
            return told
        pair = self._meant(text)
        if pair:
            fiche = self._fiches.fiche(pair, lang)
            if self._left(text, fiche, scope):
                return None
            # A word of the name may tell a part of a country's fiche ("residentiebeurs").
            sections = [key for key in scope.sections if key not in (*DEFINING, *COUNTRY_SECTIONS)]
            if sections and not _BARE.match(text):
                part = self._part(fiche, sections)
                # "What is their phone number" is not answered by an address.
                figure = answer_kind(text) is AnswerKind.FIGURE
                said = " ".join(line.text for line in part.lines) if part else ""
                return part if not figure or any(sign.isdigit() for sign in said) else None
            # "When was it founded" asks something of which no part tells.
            defining = set(scope.sections) & set(DEFINING) or not _ASKING.search(text)
            return self._what_it_is(fiche) if defining else None
        bare = _BARE.match(text)
        return self._bare(text, scope, lang) or (self._term(bare["term"], lang) if bare else None)

    def first(self, text: str, lang: str) -> tuple[tuple[Line, ...], str]:
        """What a thing is that a question asks of before it asks something else of it, and that
        something else; empty for a question that does not."""
        match = _FIRST.match(text)
        asked = term_asked(match["what"]) if match else None
        told = self._explained(asked, lang) if asked else None
        lines = told.lines[:1] if told else ()
        return lines, match["rest"] if match and lines else ""

    def _explained(self, asked: TermAsked, lang: str) -> Advice | None:
        """What a term is that is asked for, or that is spoken of before."""
        for term in dict.fromkeys((asked.whole, asked.term)):
            if term and (told := self._of(term, lang, definite=asked.definite)):
                return told
        pointed = self._defining.pointed(asked.told, lang) if asked.told else ""
        return self._of(pointed, lang) if pointed else None

    def _of(self, term: str, lang: str, *, definite: bool = False) -> Advice | None:
        """What a term is: by the fiche of that name, by a statement on it, or by both where a rule
        and the body that sees to it share the name."""
        named = self._whole(term, lang)
        if named is None:
            if definite and term.islower() and not self._defining.home(term, lang):
                return None
            named = self._term(term, lang)
        rule = self._defining.rule(term, lang)
        return after((Line("", (whole(rule.passage),)),), named) if rule and named else named

    def _whole(self, term: str, lang: str) -> Advice | None:
        """What the fiche says of itself whose name a term is, and no scheme's that has the word in
        its name among others ("showcase")."""
        pair = self._meant(term) or self._begun(term, lang)
        if not pair or self._kind(pair) == PRACTICE:
            return None
        fiche = self._fiches.fiche(pair, lang)
        word = term.islower() and len(term.split()) == 1 and self._names.is_word(term)
        if self._left(term, fiche, Scope()) or (word and not self._titled(pair, term)):
            return None
        return self._what_it_is(fiche, term)

    def _begun(self, term: str, lang: str) -> str:
        """The one organisation whose name begins with a name ("Sabam"); empty without one."""
        begins = f"{folded(term)} "
        called = [
            source.pair or ""
            for source in self._fiches.of_kind(ORGANISATION, lang)
            if f"{folded(source.title)} ".startswith(begins) and term[0].isupper()
        ]
        return called[0] if len(called) == 1 else ""

    def _titled(self, pair: str, term: str) -> bool:
        """Whether a word is by itself the name of a fiche."""
        titles = (source.title for source in self._fiches.sources[pair].values())
        return any(folded(_BRACKETS.sub("", title)).strip() == folded(term) for title in titles)

    def _meant(self, text: str) -> str:
        """The one fiche that a text names by its whole name; empty for none or several."""
        meant = [pair for pair in self._names.spoken(text) if self._kind(pair) != COUNTRY]
        if not meant:
            shares = self._names.named(text)
            best = max(shares.values(), default=0.0)
            meant = [
                pair
                for pair, share in shares.items()
                if share == best >= _SURE and self._kind(pair) != COUNTRY
            ]
        meant = [pair for pair in meant if not self._only_abbreviated(pair, text)]
        # Of those that share a name the general one.
        meant = [p for p in meant if not any(p.startswith(f"{o}-") for o in meant if o != p)]
        return meant[0] if len(meant) == 1 else ""

    def _only_abbreviated(self, pair: str, text: str) -> bool:
        """Whether a text says no more of a practice's name than what stands there in brackets:
        that is what the practice is about, and others are about it as well ("(A1)")."""
        if self._kind(pair) != PRACTICE:
            return False
        said = {folded(token) for token in tokens(text)} - _EMPTY
        return not any(
            said & {folded(token) for token in tokens(_BRACKETS.sub(" ", source.title))} - _EMPTY
            for source in self._fiches.sources[pair].values()
        )

    def _kind(self, pair: str) -> str:
        return self._fiches.source(pair, "nl").kind

    def _left(self, text: str, fiche: Fiche, scope: Scope) -> frozenset[str]:
        """The words that neither the name nor the part that is asked for explains."""
        left = text
        for key in scope.sections:
            left = load_words().sections[key].sub(" ", left)
        named = {
            folded(token)
            for source in self._fiches.sources[fiche.source.pair or ""].values()
            for token in tokens(source.title.replace("-", " "))
        }
        return frozenset(
            word
            for token in tokens(left)
            for piece in token.split("-")
            if (word := folded(piece)) not in _EMPTY
            and word not in words("frame") | _ANY_SCHEME
            and len(word) > 1
            and not any(word.startswith(known) or known.startswith(word) for known in named)
        )

    def _what_it_is(self, fiche: Fiche, term: str = "") -> Advice | None:
        known = [item for key in DEFINING for item in fiche.known(key)]
        if not known:
            return None
        says = self._defining.says
        known.sort(
            key=lambda item: (
                -says(item.passage.text, term) if term else not _IS.match(item.passage.text)
            )
        )
        lines = [Line("", (whole(item.passage),)) for item in known[:_MOST]]
        for key in _BESIDE:
            lines += [Line("", (opening(one.passage, _WORDS),)) for one in fiche.known(key)[:1]]
        return Advice(AnswerStatus.ANSWERED, tuple(lines))

    def _part(self, fiche: Fiche, sections: list[str]) -> Advice | None:
        """The statements of the parts that are asked for, and what is not known of them."""
        held = [key for key in sections if fiche.known(key)]
        told = [item for key in held for item in fiche.by_section[key]][:_MOST]
        if not told or told[0].gap:
            return None  # that it is not known is said with a refusal
        lines = tuple(
            Line(" ".join(item.passage.text.split()), missing=True)
            if item.gap
            else Line("", (whole(item.passage),))
            for item in told
        )
        return Advice(AnswerStatus.ANSWERED, lines)

    def _term(self, term: str, lang: str) -> Advice | None:
        """What the fiches say that a term is or serves for, with the rule on it; what a fiche on
        practice says of it where none says that, or where else it is only explained in passing."""
        best = self._defining.of(term, lang)
        home = self._defining.home(term, lang)
        if best is None or best.score < SAYS:
            # A country's own word for it is no general one.
            foreign = best is None or (best.fiche.source.kind == COUNTRY and bool(home))
            told = [*([] if foreign or best is None else [best.statement]), *home[:_OF_HOME]]
        else:
            rule = [one for one in best.fiche.known("basics") if best.fiche.source.kind == PRACTICE]
            told = [best.statement, *rule[:1]]
        lines = {one.passage.id: Line("", (whole(one.passage),)) for one in told}
        return Advice(AnswerStatus.ANSWERED, tuple(lines.values())) if lines else None

    def _bare(self, text: str, scope: Scope, lang: str) -> Advice | None:
        """A counter-question to who only names a need: "visum", "ik zoek subsidie"."""
        needs = self._needs.asked(text)
        if len(needs) != 1 or scope.disciplines or scope.doing or scope.home or scope.named:
            return None
        if _DEFINES.match(text):
            return None
        need = self._needs.needs[needs[0]]
        left = {folded(token) for token in tokens(need.words.sub(" ", text))}
        if left - _EMPTY - words("frame") - words("wishing"):
            return None
        if need.key in FORMALITIES and len(text.split()) <= _MOST_BARE and not _HOW.search(text):
            name = need.name.name(lang)
            choices = need_questions(need.key, name[0].lower() + name[1:], lang)
            return Advice(
                AnswerStatus.CLARIFICATION_WANTED, (Line(say("which-country", lang)),), choices
            )
        if need.key == "grants":
            asked, choices = say("which-grant", lang), grant_questions(lang)
            return Advice(AnswerStatus.CLARIFICATION_WANTED, (Line(asked),), choices)
        return None
