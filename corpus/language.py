"""Which language is a text in? Function words and letter patterns; a question is enough."""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?", re.UNICODE)

# Words that one language has and the others have not or mean otherwise; shared ones count half.
_WORDS: Mapping[str, str] = {
    "nl": (
        "de het een en van ik te dat die in is op zijn niet met voor er aan als om ook maar "
        "bij nog naar door over dan ze hij wij jullie uit kan kunnen wat waar hoe wie welke "
        "welk wanneer waarom hoeveel moet moeten mag mijn mij onze ons hun haar worden wordt "
        "werd geen wel heeft hebben deze dit daar hier zo veel meer tot tegen onder na tussen "
        "zonder volgens is't iets iemand alle andere eens gaat gaan doen doet ben bent was "
        "waren zou zullen wil willen je jij jouw u uw staat krijg krijgen euro ge gij da ni "
        "gelijk zegt vraag bestaat er kom komt subsidie subsidies btw duitsland frankrijk "
        "nederland vlaanderen belgië spanje italië aanvraag aanvragen steun beurs beurzen cultuur "
        "muziek dans beeldende kunsten reiskosten regeling voorwaarden bedrag buitenland"
    ),
    "en": (
        "the and of to a in is that it for was on are with as i his they be at this have from "
        "or one had by but not what all were we when your can said there use an each which "
        "she do how their if will up other about out many then them these so some her would "
        "make like him into has who where why does did should could may my our me you much "
        "any been than also between under its according need want get was it's i'm don't "
        "isn't tell whose grant grants funding vat germany france netherlands flanders belgium "
        "spain italy application apply culture music dance arts travel costs scheme requirements "
        "amount abroad deadline"
    ),
    "fr": (
        "le la les de des du un une et est que qui dans pour pas sur au aux avec ce cette ces "
        "son sa ses il elle nous vous ils ne se par plus ou où quel quelle quels quelles "
        "comment pourquoi combien quand être avoir fait sont été leur leurs mais entre sans "
        "sous selon c'est l'on qu'il subvention subventions aide aides tva allemagne pays-bas "
        "flandre belgique espagne italie demande musique danse étranger montant"
    ),
    "de": (
        "der die das und ist nicht ich zu den mit sich des auf für von dem ein eine einer als "
        "auch es an werden aus er hat dass sie nach wird bei einem wie welche welcher wann "
        "warum wer wo über oder sind kann können muss müssen durch zwischen ohne gegen förderung "
        "deutschland frankreich niederlande flandern belgien spanien italien antrag musik tanz "
        "kultur ausland betrag"
    ),
}
_SETS = {lang: frozenset(words.split()) for lang, words in _WORDS.items()}

_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "nl": re.compile(r"ij|aa|oo[^l]|uu|ee[nrlt]|sch|cht|heid\b|lijk|ing(?:en)?\b|tie\b|isch|eu|oe"),
    "en": re.compile(r"th|wh|sh|tion\b|ing\b|ould|ght|ly\b|ness\b|ea|\bkn|y\b"),
    "fr": re.compile(r"[éèêàçùû]|eaux?\b|tion\b|ment\b|eur\b|ique\b|oi|qu"),
    "de": re.compile(r"[äöüß]|sch|ung(?:en)?\b|keit\b|lich|ei|tz"),
}
_LEAST = 1.0
_ENOUGH = 6_000
"""Characters that are looked at: more say nothing new."""


def detect(text: str) -> str | None:
    """The language of a text as ``nl``, ``en``, ``fr`` or ``de``; None when nothing tells.

    Counts function words, each weighted by how few of these languages share it, and, where those
    leave doubt, letter patterns of the language.
    """
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text[:_ENOUGH])]
    if not words:
        return None
    scores = dict.fromkeys(_SETS, 0.0)
    for word in words:
        owners = [lang for lang, known in _SETS.items() if word in known]
        for lang in owners:
            scores[lang] += 1.0 / len(owners) ** 2
    longer = [
        word for word in words if len(word) > 3 and not any(word in s for s in _SETS.values())
    ]
    for lang, pattern in _PATTERNS.items():
        hits = sum(len(pattern.findall(word)) for word in longer)
        scores[lang] += 0.25 * hits / max(1.0, len(longer) ** 0.5)
    ranked = sorted(scores, key=lambda lang: scores[lang], reverse=True)
    best, second = ranked[0], ranked[1]
    if scores[best] < _LEAST * 0.25 or scores[best] == scores[second]:
        return None
    return best
