"""Where a question says which document it means: "volgens het ...-rapport", "what does ... say".

Stricter than :mod:`assistant.naming`: a mention is a phrase with a word for a document in it, or
the maker of a document who is asked what they say; it means one document or it means none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set

from assistant.fields import Fields
from assistant.genres import Genres
from assistant.makers import Makers, appositive, beside, spoken
from assistant.mention import Mention, apart
from assistant.understanding.agreement import asks_agreement
from assistant.words import words as word_list
from corpus.document import Source
from corpus.vocabulary import Vocabulary
from indexing.analysis import stop_words
from indexing.tokenising import folded

# A Dutch word for a document may end a compound ("circusrapport"), others stand by themselves.
_COMPOUNDING = (
    r"rapport|dossier|document|verslag|oplegger|studie|nota|tekst|publicatie|artikel|webpagina"
    r"|pagina|brochure|bundeling|fiche|verhaal|boekje"
)
_STANDING = (
    r"report|paper|study|text|webpage|page|article|publication|file|fact\ssheet|factsheet|piece|stuk"
    r"|booklet|pdf|cover\snote|note|memo|analysis|analyse|evaluation|evaluatie"
)
_NOUNS = f"{_COMPOUNDING}|{_STANDING}"
_HEAD = re.compile(
    rf"(?<![\w-])(?:(?P<first>[\w.]+(?:-[\w.]+)*?)??-?(?P<noun>{_COMPOUNDING})"
    rf"|(?:(?P<joined>[\w.]+(?:-[\w.]+)*)-)?(?P<standing>{_STANDING}))(?!\w)",
    re.I,
)
_ANY_NOUN = re.compile(rf"(?:{_NOUNS})(?:en|s|’s|'s)?(?!\w)", re.IGNORECASE)
# "Dat van de stad", "the one on parks": a document beside another one.
_THAT_OF = re.compile(
    r"(?:\b(?:en|and|of|or|met|with|dan|than)|[:,])\s(?P<that>dat|die|that|the one)"
    r"(?=\s(?:van|uit|over|of|from|by|about|on)\s)",
    re.IGNORECASE,
)
_DETERMINER = word_list("determiners")
_STOPS = re.compile(r"[?!;:,()]|\.(?:\s|$)")
_WORD = re.compile(r"[\w.]+(?:[-'’][\w.]+)*")
# A phrase that names a document ends before these, and goes on behind a link word.
_ENDS = word_list("phrase-ends")
_LINKS = word_list("phrase-links")
_ASKED_FOR = re.compile(
    r"\b(?:welke?|which|what|wat voor|hoeveel|how many)\s(?:(?!(?:the|de|het)\s)\w+\s)?$",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"[:(]|\s[–—-]\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(
    r"\b(?:rapporten|documenten|teksten|studies|stukken|publicaties|reports|documents|texts|papers"
    r"|studies|publications)\s(?:van|uit|of|from)\s(?P<a>\d{4})\s(?:en|and)\s(?:(?:van|uit|of|from)\s)?"
    r"(?P<b>\d{4})\b"
    r"|\b(?P<c>\d{4})\s(?:en|and)\s(?:(?:de|het|the)\s)?(?P<d>\d{4})\s(?:rapporten|documenten|teksten"
    r"|studies|stukken|reports|documents|texts|papers|publications)\b",
    re.IGNORECASE,
)
_EMPTY = stop_words("nl") | stop_words("en")
_NOUN_NL = {
    "file": "dossier", "report": "rapport", "study": "studie", "paper": "nota", "text": "tekst",
    "page": "pagina", "article": "artikel",
}  # fmt: skip
# "The report by the council": what follows is of a maker's name.
_BY = ("van", "door", "by", "of", "from")
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s?)$")
_ABOUT = 0.5  # a word that one document is about, against a word of the title
_OF_MAKER = 0.8  # an ordinary word of a maker's name, against a word of the title
_LONGEST_BEFORE = 5
_LONGEST_AFTER = 6
_LONG = 8  # letters of a word that is no other word's beginning by chance
_STEM = 5  # letters that a word and one made of it share
_LEAST_STEM = 4
_SHARED = 25  # one in so many documents may bear a word that still tells them apart


class Mentions:
    """Finds the documents of an index that questions name outright; ``about`` is the one document
    that is about a word, or empty. Safe for several threads."""

    def __init__(
        self,
        sources: Iterable[Source],
        vocabulary: Vocabulary,
        about: Callable[[str], str] = lambda _word: "",
    ) -> None:
        self._vocabulary = vocabulary
        self._about = about
        self._fields = Fields(self._of_field)
        self._holders: dict[str, set[str]] = {}
        # What a fiche is called is what it is about: its name in a question is no mention of it.
        published = [source for source in sources if not source.pair]
        self._makers = Makers(published, vocabulary)
        for source in published:
            year = (source.date or "")[:4]
            for word in _words(f"{source.id.replace('-', ' ')} {source.title} {year}"):
                self._holders.setdefault(word, set()).add(source.id)
            for word in self._makers.names_of(source):
                self._holders.setdefault(word, set()).add(source.id)
        self._genres = Genres(published)
        self._most = max(1, len(published) // _SHARED)
        self._titles = [
            (title, title.lower(), source.id)
            for source in published
            if len((title := _SUBTITLE.split(source.title)[0].strip()).split()) > 1
        ]
        # A title stands in a text only where each of its words does: by the word that the fewest
        # titles have, few of many have to be tried.
        runs = [_runs(title) for title, *_ in self._titles]
        borne = Counter(run for own in runs for run in own)
        self._by_rarest: dict[str, list[int]] = {}
        for place, own in enumerate(runs):
            rarest = min(own, key=lambda run: borne[run], default="")
            self._by_rarest.setdefault(rarest, []).append(place)
        self._alike: dict[str, list[str]] = {}
        for word in self._holders:
            self._alike.setdefault(word[:_LEAST_STEM], []).append(word)

    def of(self, text: str) -> tuple[Mention, ...]:
        """The mentions in ``text``, in order; they do not overlap."""
        if not self._holders:
            return ()
        found = [
            mention
            for match in _HEAD.finditer(text)
            if (mention := self._by_noun(text, match)) is not None
        ]
        found.extend(self._by_title(text, found))
        found.extend(self._by_years(text))
        found.extend(self._elided(text, found))
        for document, start, end in self._genres.of(text):
            if apart(start, end, found):
                found.append(Mention(document, start, end))
        asked = asks_agreement(text)
        for match, made in self._makers.named(text):
            free = apart(match.start(), match.end(), found)
            if free and (document := self._speaker(text, match, made, found, asked=asked)):
                found.append(Mention(document, appositive(text, match.start()), match.end()))
        found.extend(self._fields.of(text, tuple(found)))
        return tuple(sorted(found, key=lambda mention: mention.start))

    def overall(self, text: str) -> tuple[Mention, ...]:
        """The mentions in ``text``, with titles that stand there as they are: for a question that
        asks nothing but what documents are about, whose titles are no subjects."""
        found = list(self.of(text))
        for match, document in self._titled(text):
            around = [
                one
                for one in found
                if one.document == document
                and one.start <= match.end() + 1
                and match.start() <= one.end + 1
            ]
            start = min([match.start(), *(one.start for one in around)])
            end = max([match.end(), *(one.end for one in around)])
            if apart(start, end, [one for one in found if one not in around]):
                found = [one for one in found if one not in around]
                found.append(Mention(document, start, end))
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _by_noun(self, text: str, head: re.Match[str]) -> Mention | None:
        """The document that a phrase around a word for a document means."""
        if _ASKED_FOR.search(text[: head.start()]):
            return None  # "which report" is what is asked for
        first = (head["first"] or head["joined"] or "").strip("-.")
        noun = head["noun"] or head["standing"]
        scores: dict[str, float] = {}
        start, end = head.span()
        whole = folded(head.group())
        if first:
            self._add(scores, whole, 2.0)
            _ = self._add_word(scores, first, noun) or self._add_about(scores, first)
        start = self._before(text, start, scores, noun)
        end = self._after(text, end, scores)
        said = text[start:end].split()
        if not first and folded(said[0]) not in _DETERMINER and said[0].islower():
            return None  # "Employers report posted staff" names nothing
        document = self._best(scores)
        return Mention(document, start, end) if document else None

    def _by_title(self, text: str, found: list[Mention]) -> list[Mention]:
        """Documents whose title stands there as it is, said to speak or beside another document:
        else the words may be about what the document is about."""
        named = []
        for match, document in self._titled(text):
            if any(one.document == document for one in found):
                continue
            if beside(text, match, found) or spoken(text, match.start(), match.end()):
                named.append(Mention(document, match.start(), match.end()))
        return named

    def _titled(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """The titles that stand in ``text`` as they are, and whose they are."""
        lower = text.lower()
        runs = {"", *_runs(text)}
        for place in sorted(one for run in runs for one in self._by_rarest.get(run, ())):
            title, lowered, document = self._titles[place]
            if lowered not in lower:
                continue
            match = re.search(rf"(?<!\w){re.escape(title)}(?!\w)", text, re.IGNORECASE)
            if match is not None:
                yield match, document

    def _by_years(self, text: str) -> list[Mention]:
        """Two documents by their years: "the reports of 2010 and 2021"."""
        match = _YEARS.search(text)
        if match is None:
            return []
        first, second = ("a", "b") if match["a"] else ("c", "d")
        held = [self._holders.get(match[name], set()) for name in (first, second)]
        if any(len(one) != 1 for one in held):
            return []
        middle = match.end(first)
        return [
            Mention(next(iter(held[0])), match.start(), middle),
            Mention(next(iter(held[1])), middle, match.end()),
        ]

    def _elided(self, text: str, found: list[Mention]) -> list[Mention]:
        """Documents beside one that is named, without a word for it: "het rapport van de stad en
        dat van de haven", "which report is older: that on parks or that on ports"."""
        beside = []
        matches = list(_THAT_OF.finditer(text))
        ends = [match.start() for match in matches[1:]] + [len(text)]
        for match, last in zip(matches, ends, strict=False):
            if not _ANY_NOUN.search(text[: match.start()]):
                continue
            scores: dict[str, float] = {}
            end = self._after(text[:last], match.end("that"), scores)
            document = self._best(scores)
            if document and apart(match.start(), end, found):
                beside.append(Mention(document, match.start("that"), end))
        return beside

    def _before(self, text: str, end: int, scores: dict[str, float], noun: str) -> int:
        """Reads back to the determiner; the start of what belongs to the phrase."""
        start = end
        theirs = False
        words = list(_WORD.finditer(text[:end]))[-_LONGEST_BEFORE:]
        for match in reversed(words):
            if _STOPS.search(text[match.end() : start]):
                break
            word = folded(match.group())
            if word in _DETERMINER:
                return match.start()
            if word in _EMPTY or word in _ENDS:
                break
            # "The Dock Council's report": the words before it are of the maker's name.
            theirs = theirs or bool(_POSSESSIVE.search(word))
            told = self._add_word(scores, match.group(), noun, theirs=theirs)
            if not (told or (start == end and self._add_about(scores, word))):
                if match.end() < start - 1 or start == end:
                    continue
                break
            start = match.start()
        return start

    def _after(self, text: str, start: int, scores: dict[str, float]) -> int:
        """Reads on while words tell which document; the end of what belongs to the phrase."""
        end = start
        linked = theirs = False
        for match in list(_WORD.finditer(text, start))[:_LONGEST_AFTER]:
            if _STOPS.search(text[end : match.start()] if not linked else ""):
                break
            word = folded(match.group())
            if word in _DETERMINER and not linked and match.group().islower():
                break  # "volgens het dossier een proeftuin": another thing; titles have a capital
            if word in _LINKS or word in _DETERMINER:
                linked = True
                theirs = word in _BY or (theirs and word in _DETERMINER)
                continue
            if word in _ENDS or not self._add_word(scores, match.group(), "", theirs=theirs):
                break
            end = match.end()
            linked = False
        return end

    def _add_word(
        self, scores: dict[str, float], word: str, noun: str, *, theirs: bool = False
    ) -> bool:
        """Counts what a word says about which document is meant; whether it says anything.
        ``theirs`` tells that it is of the name of whose document it is."""
        key = _POSSESSIVE.sub("", folded(word).strip("."))
        if key in _EMPTY or (len(key) < 3 and not key.isdigit()):
            return False
        told = self._add(scores, key, 1.0)
        for piece in key.split("-") if "-" in key else ():
            if piece not in _EMPTY and len(piece) > 2:
                told = self._add(scores, piece, 1.0) or told
        if told or key.isdigit():
            return told
        if self._add_relatives(scores, key, noun):
            return True
        held = self._makers.made_by(key) if theirs else frozenset()
        return self._add_all(scores, held, _OF_MAKER)

    def _add_about(self, scores: dict[str, float], word: str) -> bool:
        """Counts the one document that is about what a word says ("the film report")."""
        return self._add_all(scores, {self._about(word)} - {""}, _ABOUT)

    def _of_field(self, word: str, year: str) -> str:
        """The one document that a field and a year tell."""
        scores: dict[str, float] = {}
        _ = self._add_word(scores, word, "") or self._add_about(scores, word)
        self._add(scores, year, 1.0)
        return self._best(scores)

    def _add_relatives(self, scores: dict[str, float], key: str, noun: str) -> bool:
        """A word of a title that is made with this word or with its translation."""
        stems = {key}
        stems |= {
            folded(meaning.term) for meaning in self._vocabulary.translate(key, "en", "nl")[:3]
        }
        told = False
        for stem in stems:
            for word in self._alike.get(stem[:_LEAST_STEM], ()):
                if len(stem) >= _STEM and len(word) >= _STEM:
                    made = word.startswith(stem) or (len(word) > 5 and stem.startswith(word))
                else:
                    tail = _NOUN_NL.get(folded(noun), folded(noun) or "-")
                    made = (
                        len(stem) >= _LEAST_STEM and word.startswith(stem) and word.endswith(tail)
                    )
                if made:
                    told = self._add(scores, word, 0.8) or told
        return told

    def _add(self, scores: dict[str, float], word: str, worth: float) -> bool:
        return self._add_all(scores, self._holders.get(word, set()), worth)

    def _add_all(self, scores: dict[str, float], held: Set[str], worth: float) -> bool:
        if not 0 < len(held) <= self._most:
            return False
        for one in held:
            scores[one] = scores.get(one, 0.0) + worth
        return True

    def _best(self, scores: dict[str, float]) -> str:
        """The one document that is meant; empty when the words fit several as well."""
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[1][1] >= ranked[0][1]):
            return ""
        return ranked[0][0]

    def _speaker(
        self,
        text: str,
        match: re.Match[str],
        made: frozenset[str],
        found: list[Mention],
        *,
        asked: bool,
    ) -> str:
        """The document of a maker who is asked what they say; empty when the word is none."""
        word = folded(match.group()).strip(".")
        joined = beside(text, match, found)
        if joined and (of_title := self._made_of_title(word)):
            return of_title
        if joined and _YEAR.fullmatch(word) and len(self._holders.get(word, ())) == 1:
            return next(iter(self._holders[word]))
        if made and len(self._holders.get(word, made)) > 1:
            return ""  # others bear the name, too
        held = made | (self._holders.get(word, set()) if match.group().isupper() else set())
        if len(held) != 1:
            return ""
        speaks = asked or joined or spoken(text, match.start(), match.end())
        return next(iter(held)) if speaks else ""

    def _made_of_title(self, word: str) -> str:
        """The document of whose title a word begins with a long word ("muziekexportverhaal")."""
        made = {
            one
            for title, held in self._holders.items()
            if len(title) >= _LONG and len(held) <= self._most and word.startswith(title)
            for one in held
        }
        return next(iter(made)) if len(made) == 1 else ""


def _runs(text: str) -> list[str]:
    """The runs of letters and digits of a text, in lower case."""
    return [match.group().lower() for match in re.finditer(r"\w+", text)]


def _words(text: str) -> set[str]:
    found = set()
    for match in _WORD.finditer(text):
        word = folded(match.group()).strip(".")
        for piece in {word, *word.split("-")}:
            if piece not in _EMPTY and (len(piece) >= 3 or piece.isdigit()):
                found.add(piece)
    return found
