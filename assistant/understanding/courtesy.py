"""Greetings, thanks and the words that say that a question comes: nothing of them is looked up."""

from __future__ import annotations

import re

from assistant.extracting.sentences import sentences
from assistant.words import words
from indexing.analysis import stop_words
from indexing.tokenising import folded, tokens

_EMPTY = stop_words("nl") | stop_words("en") | words("courtesy")
# "Quick question: …", "Sorry to bother you, but …": what leads a question in.
_LEAD = re.compile(
    r"^(?P<lead>[^:,.?!;]{2,60}?)\s*(?::|,\s*(?:but|maar|and|en|so|dus)\b[,:]?|,)\s+(?=\S)",
    re.IGNORECASE,
)
# "Hello, ...", "Goeiedag ik ben ...": one word that greets.
_GREETING = re.compile(
    r"^\W*(?:hallo|hoi|hey|hé|hi|hello|dag|beste|dear|(?:goeie|goeden?|goede)\s?(?:dag|morgen"
    r"|middag|avond)|goeienavond|greetings|good\s(?:morning|afternoon|evening|day))"
    r"(?:\s(?:all|allen|allemaal|iedereen|everyone|team|there))?"
    r"(?:\s?[,!:–-]\s*|\s+(?=(?:ik|we|wij|i|i['’]m|we['’]re|mijn|onze?|ons|my|our)\s))(?=\S)",
    re.IGNORECASE,
)
# "Why do small, young groups ...": a comma between adjectives, in what is asked.
_ASKS = re.compile(
    r"^\W*(?:why|how|which|who|where|when|waarom|hoe|welke?|wie|waar|wanneer)\b[^,]*,",
    re.IGNORECASE,
)
# "Who can help us?" asks for somebody, however polite its words are.
_WHOM = re.compile(
    r"^\W*(?:(?:en|and|so|dus)\s)?(?:(?:bij|met|tot|aan|to|with)\s)?(?:wie|whom?|waar|where)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"(?<=\?)\s+")
_LEAST_EMPTY = 2  # words of a lead: one word before a comma may be what is asked after


def without_courtesy(text: str) -> str:
    """A text without the sentences and the opening words that are only polite; the text itself
    where nothing else is left."""
    kept = []
    for sentence in _sentences(text):
        while match := _LEAD.match(sentence):
            short = len(match["lead"].split()) < _LEAST_EMPTY
            if short or _ASKS.match(match.group()) or not _says_nothing(match["lead"]):
                break
            sentence = sentence[match.end() :]
        if sentence and not _says_nothing(sentence):
            kept.append(sentence)
    return " ".join(kept) or text


def without_greeting(text: str) -> str:
    """A text without the one word that it greets with ("Hello, ...", "Goeiedag ik ben ...")."""
    return _GREETING.sub("", text)


def _sentences(text: str) -> list[str]:
    """The sentences; who types fast opens the next one without a capital."""
    return [one for span in sentences(text) for one in _NEXT.split(span.of(text).strip())]


def _says_nothing(text: str) -> bool:
    """Whether a text is polite and nothing else; "what is it?" asks."""
    if _WHOM.match(text):
        return False
    said = [folded(token) for token in tokens(text) if any(sign.isalnum() for sign in token)]
    return all(word in _EMPTY for word in said) and any(word in words("courtesy") for word in said)
