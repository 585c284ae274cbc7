"""What somebody says they want to know ("could you tell me whether ..., and if ..."), put as the
questions that it stands for."""

from __future__ import annotations

import re

from assistant.understanding.openings import ASKS, OPENS, PREPOSITION, VERB_FIRST, WORD

_WORDS = r"(?:\s[^\s,.;:?]+)"
_LEARN_EN = (
    r"(?:know|hear|learn|understand|see|find out|figure out|work out|tell|explain|say|advise"
    r"|clarify|confirm|check)"
)
_LEARN_NL = (
    r"(?:weten|horen|vernemen|zeggen|vertellen|uitleggen|bevestigen|meedelen|nagaan|uitzoeken)"
)
# "I wonder", "graag had ik geweten", "could you tell me", "geen idee", "our question is".
_FRAME = (
    rf"(?:weet|weten|snap|snappen|begrijp|begrijpen|vind){_WORDS}{{0,2}}?\s(?:niet|nie)"
    r"|(?:don['’]?t|do not|can['’]?t|cannot|not|never)\s(?:really\s|quite\s)?"
    r"(?:know|understand|see|find)"
    rf"|(?:wil|willen|wou|wilde|zou|zouden|graag|moet|want|like|love|needs?|trying){_WORDS}{{0,3}}?"
    rf"\s(?:{_LEARN_NL}|{_LEARN_EN})"
    rf"|(?:had|hadden){_WORDS}{{1,3}}\s(?:geweten|gehoord|vernomen)"
    rf"|(?:can|could|would|will|do|kan|kun|kunt|kunnen|zou|zouden|wil|wilt)"
    rf"\s(?:you|anyone|anybody|someone|somebody|je|jij|u|jullie|ge|iemand){_WORDS}{{0,4}}?"
    rf"\s(?:{_LEARN_NL}|{_LEARN_EN})"
    rf"|(?:you|anyone|someone)\s(?:can|could|would|might){_WORDS}{{0,3}}?\s{_LEARN_EN}"
    r"|(?:je|jij|u|jullie|iemand)(?:\s(?:me|mij|ons|misschien|ook))*\s(?:kan|kunt|kunnen|kon|wil|wilt)"
    rf"\s{_LEARN_NL}"
    r"|graag\swist(?:en)?\s(?:ik|we|wij)|wist(?:en)?\s(?:ik|we|wij)\sgraag"
    r"|weet\s(?:je|jij|u|ge|gij|iemand|jullie)|weten\s(?:jullie|we)"
    r"|(?:please|graag)\s(?:tell|advise|explain|confirm|clarify)"
    rf"|(?:let)\s(?:me|us)\sknow|laat{_WORDS}{{1,3}}\sweten"
    r"|(?:questions?|vraag|vragen)\s(?:is|are|zijn)"
    rf"|(?:vra(?:ag|gen)|vroeg(?:en)?){_WORDS}{{0,2}}?\s(?:me|mij|ons){_WORDS}{{0,2}}?\saf"
    r"|wonder\w*|benieuwd|curious|(?:geen|no|any)\s(?:idee|idea|clue)"
    r"|not sure|unsure|niet zeker|unclear|onduidelijk"
)
_TO_WHOM = (
    r"(?:\s(?:me|us|mij|ons|please|aub|alstublieft|alsjeblieft|eens|even|ook|also|about|as|to|on|first"
    r"|graag)\b){0,3}"
)
_WANTS_TO_KNOW = re.compile(
    rf"\b(?:{_FRAME})\b{_TO_WHOM}[,:]?\s(?P<asked>(?:of|whether|if|{ASKS})\s)"
    r"|\b(?:vragen|vraagt|ask|asks|asked|asking)\s(?:(?:ons|mij|me|us)\s)?(?P<other>(?:of|whether|if)\s)",
    re.IGNORECASE,
)
# "... en ik weet niet of": what is left of it before "weet".
_I_WONDER = re.compile(
    r"(?:[,;:]\s*|\s)?\b(?:(?:en|and|maar|but|dus|so)\s)?(?:(?:ik|we|wij|i|it['’]?s|it is|i['’]m"
    r"|we['’]re|i am|we are|het is|heb|have|ze|zij|they|please|graag)"
    r"|i was|we were|ik ben|(?:we|wij) zijn|(?:i|we)(?:['’]d|\swould|\sdo)"
    r"|(?:my|our|the|mijn|onze|de))?\W*$",
    re.IGNORECASE,
)
# "I would be grateful if you could tell me whether": a case that is none.
_IF_YOU_COULD = re.compile(
    r"(?:if|whether|of|als)\s(?=(?:you|anyone|someone|je|jij|u|jullie|iemand)\b)", re.I
)
_AT_ITS_END = re.compile(r"[^.,;]*\b(?:if|of|als)$", re.IGNORECASE)
_ASKS_ITSELF = re.compile(rf"\b{ASKS}(?:\s\S+){{1,2}}\s*$", re.IGNORECASE)
_LEAST_TOLD = 2  # words

_AND = r"(?:en|[eé]n|and|plus|&)"
_ALSO = r"(?:also |ook |verder |then |dan )?(?:(?:if so|zo ja),?\s)?"
# What opens a clause that something is asked in; "of" joins two things, too, and "if" is a case.
_CLAUSE = (
    r"(?:whether\s(?!or not\b)|(?:if|of)\s(?!not\b|so\b|niet\b|any\b|possible\b)(?=\S+\s\S+)"
    rf"|{ASKS})"
)
_AND_CLAUSE = re.compile(rf"(?:[,;]\s*|\s){_AND}\s{_ALSO}(?={_CLAUSE}|{VERB_FIRST})", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(rf"[,;]\s*{_ALSO}(?={_CLAUSE})", re.IGNORECASE)

_INDIRECT = re.compile(
    r"^\W*(?P<word>whether(?:\sor\snot)?|if|of)\s(?P<said>.+?)(?P<end>\W*)$", re.I
)
_PRONOUN_EN = r"(?:i|we|you|they|he|she|it|there|this|that|these|those|one|anyone|someone)"
_PRONOUN_NL = r"(?:ik|we|wij|je|jij|u|jullie|ze|zij|hij|men|er|dat|dit)"
# "How early we have to apply", "welke papieren ik nodig heb": the verb comes after who asks.
_VERB = (
    r"(?:do|does|did|are|is|was|were|can|must|have|heb|hebben|moet"
    r"|moeten|kan|kunnen|zijn|mag|mogen)"
)
_WHICH = re.compile(
    rf"^\W*(?P<which>(?:{PREPOSITION}\s)?(?:(?:how|hoe)"
    r"\s(?:long|much|many|early|often|far|soon|late|high|lang|veel|vroeg|vaak|ver|snel|laat|hoog)"
    rf"|(?:which|what|welke?|hoeveel|how much|how many)\s(?!{_VERB}\b)[^\W\d_]+"
    rf"|{WORD}))\s(?P<said>(?P<who>{_PRONOUN_EN}|{_PRONOUN_NL})\s[^,;]+?)\W*$",
    re.IGNORECASE,
)
_ENGLISH = re.compile(rf"{_PRONOUN_EN}", re.IGNORECASE)
# In what stands before a verb these tell that it is the verb of another clause.
_OTHER_CLAUSE = re.compile(
    r"\b(?:who|which|that|where|whose|what|if|when|because|while|i|we|they|he|she)\b", re.IGNORECASE
)
_AUXILIARY_EN = (
    r"(?:am|are|is|was|were|can|could|may|might|must|should|shall|will|would"
    # Before "to" and before a thing "have" is a verb like others.
    r"|(?:has|have|had)(?!\s(?:to|a|an|the|any|no|my|our|their)\b))"
)
_HELPED_EN = re.compile(
    rf"^(?P<who>(?:\S+\s){{0,9}}?\S+)\s(?P<verb>{_AUXILIARY_EN})\b\s?(?P<rest>.*)$", re.IGNORECASE
)
# Verbs that are no common nouns, too.
_VERB_EN = (
    r"(?:needs?|pays?|gets?|ha(?:ve|s)|owes?|appl(?:y|ies)|qualif(?:y|ies)|exists?|requires?|accepts?"
    r"|receives?|loses?|gives?|belongs?|allows?|withholds?|supports|covers|helps|costs|goes|counts"
    r"|keeps|takes|stays|taxes|charges|asks|wants|works|lasts)"
)
_OTHER_EN = re.compile(
    rf"^(?P<who>(?:\S+\s){{0,9}}?\S+)(?<!\bthe)(?<!\bour)(?<!\bmy)\s(?P<verb>{_VERB_EN})\b\s?(?P<rest>.*)$",
    re.IGNORECASE,
)
# Of what was, the form for "did" is not told by the ending.
_PAST_EN = (
    r"(?:paid|got|went|made|took|gave|came|sent|won|lost|sold|bought|said|told|saw|met|left|kept|spent"
    r"|brought|became|began|held|found|chose|wrote|broke|fell|forgot|knew|ran|sank|spoke)"
)
_SAYS_EN = re.compile(
    rf"^(?P<who>{_PRONOUN_EN}(?:\s(?:still|also|really|actually|even|ever|then|first|both|all))?)"
    rf"\s(?P<verb>need|(?!{_PAST_EN}\b)[^\W\d_]+(?<!ed)(?<!ly))\b\s?(?P<rest>.*)$",
    re.IGNORECASE,
)
_BASE = {
    "has": "have",
    "does": "do",
    "goes": "go",
    "applies": "apply",
    "taxes": "tax",
    "qualifies": "qualify",
}
_SINGULAR = re.compile(r"(?:it|he|she|this|that|one|anyone|someone)\b", re.IGNORECASE)
# A finite verb that helps another comes before any other verb of its clause.
_HELPED_NL = re.compile(
    r"\b(?P<verb>moet|moeten|mag|mogen|kan|kunnen|kunt|zal|zullen|zou|zouden|hoeft|hoeven)\b", re.I
)
_IS_NL = re.compile(
    r"(?<!te\s)\b(?P<verb>is|was|waren|ben|bent|wordt|worden|heeft|hebben|heb|hebt"
    r"|zijn(?=\W*$|\s(?:voor|in|om|bij|naar|met|tegen|als)\b))\b",
    re.IGNORECASE,
)
_VERB_NL = re.compile(
    r"(?<!te\s)\b(?P<verb>bestaat|bestaan|krijgt?|krijgen|geldt|gelden|betaalt?|betalen|komt|komen"
    r"|telt|tellen|kost|kosten|helpt|helpen|steunt|steunen|volstaat|vraagt|belast|dekt|duurt)\b",
    re.IGNORECASE,
)
_ONLY_NL = re.compile(r"\b(?:wat|welke?|hoe\w*|wie|wanneer|waar\w*)\b", re.IGNORECASE)
_TO_DO = re.compile(r"to\s", re.IGNORECASE)


def _frame(text: str) -> re.Match[str] | None:
    """Where somebody says that they want to know something; "who do I ask if ..." asks itself."""
    match = _WANTS_TO_KNOW.search(text)
    if match is None or OPENS.match(text) or _ASKS_ITSELF.search(text[: match.start()]):
        return None
    return match


def wants_to_know(text: str) -> bool:
    """Whether somebody says in a text that they want to know something."""
    return _WANTS_TO_KNOW.search(text) is not None


def in_a_row(sentence: str) -> list[str]:
    """The clauses that somebody wants to know in a sentence, the first with what stands before it;
    the sentence alone where it is one.

    After a comma alone a clause is one of a row only where "and" closes it: "if we stay for a week"
    tells the case, "of een vergunning" another thing.
    """
    match = _frame(sentence)
    if match is None:
        return [sentence]
    begin = match.start("asked" if match["asked"] else "other")
    closed = _AND_CLAUSE.split(sentence[begin:])
    if len(closed) == 1 and not re.search(r"[,;]\s*whether\s(?!or\b)", sentence[begin:], re.I):
        return [sentence]
    found = [piece for clause in closed for piece in _NEXT_CLAUSE.split(clause)]
    return [f"{sentence[:begin]}{found[0]}", *map(direct, found[1:])]


def wanted(piece: str) -> tuple[str, str]:
    """What is told before somebody says that they want to know something, and what that is, as a
    question of its own."""
    match = _frame(piece)
    if match is None:
        return "", piece
    told = _I_WONDER.sub("", piece[: match.start()]).strip(" ,;")
    told = _AT_ITS_END.sub("", told).strip(" ,;")
    asked = piece[match.start("asked" if match["asked"] else "other") :]
    if case := _IF_YOU_COULD.match(asked):
        inner = _WANTS_TO_KNOW.match(asked, case.end())
        asked = asked[inner.start("asked") :] if inner and inner["asked"] else asked
    return (f"{told}." if len(told.split()) >= _LEAST_TOLD else ""), direct(asked)


def direct(clause: str) -> str:
    """A clause that somebody wants to know as the question that it stands for ("whether we need a
    visa": "do we need a visa?"); its own words where its verb is not surely told."""
    if which := _WHICH.match(clause):
        english = _ENGLISH.fullmatch(which["who"]) and not _ONLY_NL.search(which["which"])
        turned = _turned(which["said"]) if english else _turned_nl(which["said"])
        return f"{which['which']} {turned}?" if turned else clause
    match = _INDIRECT.match(clause)
    if match is None or _TO_DO.match(match["said"]):
        return clause
    turned = _turned_nl(match["said"]) if match["word"].lower() == "of" else _turned(match["said"])
    if turned:
        return f"{turned}?"
    return f"whether {match['said']}?" if match["word"].lower() == "if" else clause


def _turned(said: str) -> str:
    """An English clause with its verb, or "do", before its subject; empty where none is told."""
    helped, says = _HELPED_EN.match(said), _SAYS_EN.match(said)
    if helped and (says is None or helped.start("verb") <= says.start("verb")):
        if says is None and _OTHER_CLAUSE.search(helped["who"]):
            helped = None
        else:
            return " ".join(f"{helped['verb']} {helped['who']} {helped['rest']}".split())
    found = says or _OTHER_EN.match(said)
    if found is None or (says is None and _OTHER_CLAUSE.search(found["who"])):
        return ""
    who, verb = found["who"], found["verb"].lower()
    one = verb.endswith("s") and (says is None or _SINGULAR.match(who) is not None)
    verb = _BASE.get(verb, verb.removesuffix("s")) if one else verb
    return " ".join(f"{'does' if one else 'do'} {who} {verb} {found['rest']}".split())


def _turned_nl(said: str) -> str:
    """A Dutch clause with its verb before its subject; empty where none is told."""
    for verbs in (_HELPED_NL, _IS_NL, _VERB_NL):
        if match := verbs.search(said):
            rest = f"{said[: match.start()]}{said[match.end() :]}"
            return " ".join(f"{match['verb']} {rest}".split()) if match.start() else ""
    return ""
