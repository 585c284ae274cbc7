"""Flemish as it is spoken and typed ("kheb", "moek", "int", "wa", "nie"), in the words that are
written: a closed class of small words and the forms that they melt into, by rule."""

from __future__ import annotations

import re

from assistant.understanding.language import question_language

# Only verbs of which no word is made with the letter before them, as of "lees" or "raak".
_VERB = (
    r"(?:zou|zal|heb|had|ben|was|moet|moest|kan|kon|mag|mocht|wil|wou|wilde|ga|ging|doe|deed|kom|krijg"
    r"|kreeg|sta|stond|zit|zat|vind|vond|denk|dacht|weet|wist|werk|werkte|speel|zoek|vraag|woon|maak"
    r"|geef|zie|zag|hoor|hoop|snap|begrijp|blijf|vertrek|schrijf|zing|dans|breng|neem|vroeg|wacht"
    r"|organiseer|twijfel|verhuis|verdien|betaal|bedoel|treed)"
)
_BEGINS, _ENDS = r"(?<![\w'’-])", r"(?![\w'’-])"
_I_BEFORE = re.compile(rf"{_BEGINS}['’]?(?P<ik>k)(?:['’\s]\s?)?(?P<verb>{_VERB})(?![\w-])", re.I)
# "Moe'k", "doe k"; as one word only what is no word itself, as "doek" is.
_I_BEHIND = re.compile(
    rf"{_BEGINS}(?P<verb>{_VERB}|moe)(?:['’]|\s['’]?)k{_ENDS}"
    rf"|{_BEGINS}(?P<fused>moet?|heb|kan|mag|zal|weet|wil)(?:be|ne|le|te)?k{_ENDS}",
    re.IGNORECASE,
)
_CUT = {"moe": "moet"}  # verbs without their last letter
# "Int" alone is a verb ("wie int mijn rechten?"), "opt out" is English.
_PLACES = (
    r"(?:buitenland|noorden|oosten|zuiden|westen|land|weekend|voorjaar|najaar|begin|midden|centrum"
    r"|theater|museum|engels|frans|duits|nederlands|spaans|algemeen|kort|zwart)"
)
_THE_BEHIND = re.compile(
    rf"{_BEGINS}(?P<word>in(?=['’]|t\s{_PLACES}\b)|van|naar|aan|op(?!t\s(?:in|out|for|to|into)\b))"
    rf"['’]?t{_ENDS}"
    rf"|{_BEGINS}(?P<other>uit|met|bij|door|over|voor|onder|tot)['’]t{_ENDS}",
    re.IGNORECASE,
)
# No Dutch word begins with these letters: "tbuitenland".
_THE_BEFORE = re.compile(rf"{_BEGINS}t(?!bilisi)(?=[bdfgklmp][a-z]*[aeiouy][a-z]{{3,}}{_ENDS})")
_IT = re.compile(rf"{_BEGINS}['’]t{_ENDS}|(?<=\s)t{_ENDS}(?=\s[a-z])", re.IGNORECASE)
# What is written for what is said. A name ("Da Vinci", "Arco da Calheta") is none of it.
_SAID = {
    "wa": "wat", "da": "dat", "da's": "dat is", "da’s": "dat is",
    "nie": "niet", "ni": "niet", "gene": "geen", "genen": "geen",
    "ge": "je", "gij": "je", "wulder": "wij", "wijle": "wij", "gulder": "jullie",
    "gijle": "jullie", "gullie": "jullie", "zulder": "zij",
    "ne": "een", "nen": "een", "mijne": "mijn", "mijnen": "mijn", "onzen": "onze",
    "vo": "voor", "vr": "voor", "ff": "even", "effe": "even", "efkes": "even",
    "hebde": "heb je", "moogde": "mag je", "doede": "doe je", "zoude": "zou je",
    "moette": "moet je", "iet": "iets", "uw": "je", "es": "eens",
    "moemen": "moeten we", "moeme": "moeten we", "meugen": "mogen", "meuge": "mogen",
    "kunnem": "kunnen we", "hemmen": "hebben", "hemme": "hebben",
}  # fmt: skip
_WORD_SAID = re.compile(
    rf"(?<![\w'’-])(?<![A-Z]\s)(?:{'|'.join(map(re.escape, _SAID))}){_ENDS}(?!\s[A-Z])"
)
_MUST = re.compile(
    r"\b(?P<before>je|ik|dat)\smoe\b(?!\svan)|\bmoe\s(?P<behind>je|ik|we|wij)\b", re.I
)
_MUST_WE = re.compile(r"\bmoette(?=\s(?:wij|we|ze|zij)\b)", re.IGNORECASE)
_WITH = re.compile(r"\bme(?=\s(?:mijn|m'n|ons|onze|een|twee|drie|vier|vijf|z'n|zijn|haar)\b)")
_PLURAL = re.compile(
    r"\b(?P<who>wij|we|ze|zij|jullie)\s(?P<verb>wille|moete|kunne|hebbe|zulle|moge|speele?|kome)\b",
    re.IGNORECASE,
)
_PLURAL_BEFORE = re.compile(
    r"\b(?P<verb>wille|moete|kunne|hebbe|zulle|moge)\s(?P<who>wij|we|ze|jullie)\b", re.IGNORECASE
)


def taken_apart(text: str) -> str:
    """A text with each word that melted into another by itself, and Dutch as it is written."""
    text = _I_BEFORE.sub(_before, text)
    text = _I_BEHIND.sub(_behind, text)
    if question_language(text)[0] != "nl":
        return text
    text = _THE_BEHIND.sub(lambda match: f"{match['word'] or match['other']} het", text)
    text = _THE_BEFORE.sub("het ", text)
    text = _MUST_WE.sub("moeten", text)
    text = _WORD_SAID.sub(lambda match: _SAID[match.group()], _IT.sub("het", text))
    text = _MUST.sub(_must, text)
    text = _WITH.sub("met", text)
    text = _PLURAL.sub(lambda match: f"{match['who']} {match['verb']}n", text)
    return _PLURAL_BEFORE.sub(lambda match: f"{match['verb']}n {match['who']}", text)


def _before(match: re.Match[str]) -> str:
    return f"{'Ik' if match['ik'] == 'K' else 'ik'} {match['verb'].lower()}"


def _behind(match: re.Match[str]) -> str:
    verb = match["verb"] or match["fused"]
    return f"{_CUT.get(verb.lower(), verb)} ik"


def _must(match: re.Match[str]) -> str:
    if match["before"]:
        return f"{match['before']} moet"
    several = match["behind"].lower() in ("we", "wij")
    return f"{'moeten' if several else 'moet'} {match['behind']}"
