"""Names and abbreviations in a claim, and whether its quotes hold them in either language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from assistant.support.polarity import words
from assistant.support.quantities import CURRENCIES
from corpus.vocabulary import Language, Translation, Vocabulary

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&/_-][^\W_]+)*", re.UNICODE)
_SITE = re.compile(r"\b[\w-]+\.(?:be|com|org|eu|nl|net|info|uk|fr|de)\b", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n“\"«(*-]\s*)$")


_LANGUAGE = re.compile(r"^([A-Z]\w+?)(?:talige?|-speaking|-language)$")
_SPEAKS = (
    r"talige?\b|-speaking|-language"
    r"|\bin (?:het )?(?:engels|frans|duits|nederlands|english|french|german|dutch)\b"
)
_WHOLE_NAME = 0.72  # weight of an equivalent that stands for a whole term, not for a part


def names(text: str, lang: Language, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Words that are names or abbreviations: capitals, but not merely because a sentence begins.

    A word at the start of a sentence counts as a name only when the lexicon does not know it as a
    word of the language, or when it begins a title ("Circus Decree"); countries, their inhabitants
    and cities always count. Months, weekdays and currency codes never do. Of a compound with a
    hyphen ("FIT-subsidie") only the part with the capital counts.
    """
    found = [match.group() for match in _SITE.finditer(text)]
    tokens = list(_TOKEN.finditer(text))
    joined = 0
    for position, match in enumerate(tokens):
        if match.start() < joined:
            continue
        phrase = _known_name(tokens, position, text, lang, vocabulary)
        if phrase:
            joined = match.start() + len(phrase)
            found.append(phrase)
            continue
        for word in _capitalised(match.group()):
            lowered = word.casefold()
            if lowered in words()["calendar"] or lowered in _NO_NAMES:
                continue
            shouted = sum(character.isupper() for character in word) > 1
            starts = bool(_SENTENCE_START.search(text[: match.start()]))
            titled = lang == "en" and _in_title(tokens, position, text)
            if not shouted and {lowered, folded(word)} & vocabulary.function_words(lang):
                continue
            common = not (shouted or titled or is_place(word, lang, vocabulary))
            if starts and common and vocabulary.knows(word, lang):
                continue
            found.append(word)
    return tuple(dict.fromkeys(found))


_NO_NAMES = frozenset(("i", "i'm", "i'll", "u", "uw", "btw", "vat", "id", *CURRENCIES))


def _known_name(
    tokens: list[re.Match[str]], position: int, text: str, lang: Language, vocabulary: Vocabulary
) -> str:
    """A name of several words that the lexicon knows whole ("North Rhine-Westphalia")."""
    for last in range(min(position + 3, len(tokens)) - 1, position, -1):
        run = tokens[position : last + 1]
        phrase = text[run[0].start() : run[-1].end()]
        if all(token.group()[0].isupper() for token in run) and vocabulary.country(phrase, lang):
            return phrase
    return ""


def _capitalised(token: str) -> tuple[str, ...]:
    """The token, or its parts with a capital where a hyphen joins them to others."""
    if not any(character.isupper() for character in token):
        return ()
    parts = token.split("-")
    if len(parts) > 1 and any(part.islower() and len(part) > 2 for part in parts):
        return tuple(part for part in parts if any(c.isupper() for c in part))
    return (token,)


def _in_title(tokens: list[re.Match[str]], position: int, text: str) -> bool:
    """Whether the word before or after, with nothing but a space between, has a capital too."""
    here = tokens[position]
    before = tokens[position - 1] if position else None
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    return any(
        other is not None
        and other.group()[0].isupper()
        and text[min(here.end(), other.end()) : max(here.start(), other.start())] == " "
        for other in (before, after)
    )


def is_place(word: str, lang: Language, vocabulary: Vocabulary) -> bool:
    """Whether a word names a country, a region or a city, or who or what comes from there."""
    return vocabulary.country(word, lang) is not None or bool(_region_forms(word))


def carried(name: str, lang: Language, offered: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether a name stands in one of the texts, as it is or as its equivalent.

    Countries, their adjectives and inhabitants stand for each other in either language: "Germany"
    is carried by "Duitse"; a city is carried by itself only. Terms that the lexicon knows may stand
    in the other language: "Decree" is carried by "Kunstendecreet".
    """
    texts = [folded(text) for text in offered]
    if any(_stands(folded(name), text) for text in texts):
        return True
    language = _LANGUAGE.match(name)
    if language:
        # "Engelstalig", "French-speaking": by the country or the language.
        return any(re.search(_SPEAKS, text) for text in texts) and carried(
            language[1], lang, texts, vocabulary
        )
    forms = _region_forms(name) or _country_forms(name, lang, vocabulary)
    if forms:
        return any(_begins(form, text) for form in forms for text in texts)
    parts = re.split(r"[-/&]", name)
    if len(parts) > 1 and all(part[:1].isupper() for part in parts):
        return all(carried(part, lang, texts, vocabulary) for part in parts)
    # A part is not the whole: "circus" names no Circuscentrum.
    others = {
        folded(item.term)
        for item in _equivalents(name, lang, vocabulary)
        if item.weight >= _WHOLE_NAME
    }
    if name.isupper() or name[:2].isupper():
        others |= {folded(term) for term in vocabulary.synonyms(name, lang)}
        if any(_spelt_out(term, text) for term in others for text in texts):
            return True
    return any(
        _stands(term, text) or (len(term) >= 5 and not name.isupper() and term in text)
        for term in others
        for text in texts
    )


def _begins(form: str, text: str) -> bool:
    """Whole, or as the beginning of a compound ("Duitstalig")."""
    return _stands(form, text) or (
        len(form) >= 5 and re.search(rf"(?<!\w){re.escape(form)}\w", text) is not None
    )


def _region_forms(name: str) -> frozenset[str]:
    own = folded(name)
    groups = [frozenset(map(folded, line.split())) for line in words()["regions"]]
    return frozenset().union(*(forms for forms in groups if own in forms))


def _country_forms(name: str, lang: Language, vocabulary: Vocabulary) -> frozenset[str]:
    """What a country, its adjective and inhabitants are called, when ``name`` is one of them."""
    country = vocabulary.country(name, lang)
    if country is None:
        return frozenset()
    forms = frozenset(
        folded(form)
        for group in (
            country.names_nl,
            country.names_en,
            country.adjectives_nl,
            country.adjectives_en,
            country.inhabitants_nl,
            country.inhabitants_en,
        )
        for form in group
    )
    own = folded(name)
    if any(_stands(form, own) for form in forms) or len(own) <= 3:
        return forms
    known = vocabulary.gazetteer.find(name)
    if known is not None:
        return frozenset(folded(form.text) for form in known.place.names)
    # A region: only what the lexicon gives as its equivalents.
    return frozenset()


def _spelt_out(term: str, text: str) -> bool:
    """Whether most of what an abbreviation stands for is there: SME, small and medium-sized ..."""
    parts = [part for part in term.split() if len(part) > 3]
    return len(parts) > 1 and sum(part[:6] in text for part in parts) >= 2 * len(parts) / 3


def _equivalents(name: str, lang: Language, vocabulary: Vocabulary) -> tuple[Translation, ...]:
    other: Language = "en" if lang == "nl" else "nl"
    return (*vocabulary.translate(name, lang, other), *vocabulary.translate(name, other, lang))


def _stands(name: str, text: str) -> bool:
    """Whole, or followed by an ending or a hyphen ("Vlaamse" for "Vlaams", "VAF-steun")."""
    if name in text and re.search(rf"(?<!\w){re.escape(name)}(?:'?s|e|en|se)?(?!\w)", text):
        return True
    stem = re.sub(r"(?:'s|s|e)$", "", name)
    return (
        len(stem) >= 4
        and stem in text
        and re.search(rf"(?<!\w){re.escape(stem)}(?:'?s|e|en)?(?!\w)", text) is not None
    )


def folded(text: str) -> str:
    """Case and accents folded, one kind of apostrophe."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
