"""The words by which a question leans on what was said before it, in Dutch and in English."""

from __future__ import annotations

import re

from assistant.understanding.carrying import AFTER_PRONOUN
from assistant.words import words

_TAGS = (
    r"(?:h+m+|euh|uh|eh|oh|ow|ah|wacht|wait|sorry|allez|ja maar|yes but|maar|but|zo|so|nee|neen|no"
    r"|ja|yes|yeah|en|and)\W+"
)

CONJUNCTION = re.compile(
    r"^\W*(?:hoe zit het(?: dan)? (?:met|in|voor)|hoe zit dat(?: dan)? (?:met|voor|in)|wat met"
    r"|(?:en |and )(?:wat met|what about|how about|hoe zit het(?: dan)? (?:met|in|voor)"
    r"|hoe zit dat (?:met|in|voor))|what about|how about|same for|idem voor|hetzelfde voor"
    r"|en|and|maar|but|ook|also|of|or|dus|so)\b[\s,:]*",
    re.IGNORECASE,
)
"""What a question opens with that goes on from another one."""

ANAPHORA = re.compile(
    r"\b(?:da|dees|daar|daarvan|daarin|daarmee|daarvoor|daarover|daarbij|daaraan|daaruit|daarna|ervan"
    r"|erin|ervoor|eraan|ermee|erover|hiervan|hiervoor|hierin|hij|zij|ze|hen|hun|haar|hem|die"
    r"|dat|deze|dit|diezelfde|dezelfde|hetzelfde|laatstgenoemde|eerste|tweede|derde|laatste"
    r"|andere|anderen"
    r"|it|its|they|them|their|theirs|that|those|these|this|he|she|his|her|there|then|former"
    r"|latter|same|others?|one|ones)\b",
    re.IGNORECASE,
)
"""Words that point back, or may."""

HET = re.compile(
    r"\b(?:is|was|werd|wordt|heeft|had|kan|doet|staat|gaat|kost|duurt|begon|geldt|betaalt|geeft|krijgt|biedt|dekt"
    rf"|loopt) het{AFTER_PRONOUN}"
    rf"|\ber (?:bij|in|van|voor|aan|mee|over){AFTER_PRONOUN}|\bhet\W*$",
    re.IGNORECASE,
)
""" "Het" where it stands for something."""

PUSHBACK = re.compile(
    rf"^\W*(?:{_TAGS})*(?:(?:niet|not|geen) [^\s?]+(?: [^\s?]+){{0,2}}\?"
    r"|(?:was|is|waren|zijn|were|are) (?:het|dat|da|it|that|there"
    r"|er|they|dit) (?:niet|nie|ni|geen|not)|(?:wasn't|isn't|weren't|aren't) (?:it|that|there|they)"
    r"|ik dacht|i thought|(?:ben|bent) (?:je|u|ge) (?:daar |dat |er )?(?:wel |echt |heel )?"
    r"(?:zeker|van zeker)|zeker\?|zeker weten|weet je (?:het|dat) (?:wel )?zeker"
    r"|are you (?:really |quite )?(?:sure|certain)|you sure|klopt dat(?: wel)?\b"
    r"|is that (?:right|correct|true)|(?:dat|dit|het) klopt niet|dat is (?:fout|verkeerd"
    r"|niet juist|niet waar|onjuist)|that's (?:wrong|not right|incorrect|not true|not correct)"
    r"|that is (?:wrong|incorrect|not right|not true|not correct)|that can't be right"
    r"|dat kan niet\b|moet(?:en)? (?:het|dat) niet|shouldn't (?:it|that)|volgens mij|maar (?:is"
    r"|was) (?:het|dat) niet|but (?:isn't|wasn't) it|i (?:read|heard)|ik las|ik hoorde|echt\?"
    r"|echt waar|really\?|you're wrong|je vergist je|wrong\W*$|fout\W*$)",
    re.IGNORECASE,
)
"""Doubt about the answer before."""

_SAME_CLOSES = (
    r"(?:\s(?:too|also|as\swell|then|ook(?:\szo)?|zo|dan|(?:ook\s)?het\sgeval|evenzeer"
    r"|evengoed))*\W*$"
)
SAME = re.compile(
    r"^\W*(?:(?:en|and|but|maar|so|dus)\s)?(?:"
    # "Is that true for the brass bands too?", "does the same go for dancers?"
    r"(?:is|was|were)\s(?:that|this|it)\s(?:also\s)?(?:true|right|correct|so|the\s(?:case|same))"
    r"(?:\sas\swell)?\s"
    r"|(?:does|do|did)\sthe\ssame\s(?:also\s)?(?:go|hold|apply|count)(?:\strue)?\s"
    # "Klopt dat ook voor de fanfares?", "is dat bij dansers ook zo?"
    r"|(?:klopt\s(?:dat|dit|da|het)|(?:geldt|gold|telt)\shetzelfde)\s(?:ook\s|dan\s|evengoed\s)*"
    r"|(?:is|was)\s(?:dat|dit|da|het)\s(?:ook\s|dan\s)*(?:zo\s|waar\s|hetzelfde\s)?"
    rf"(?=(?:voor|bij|in|van)\s.*\s(?:ook|zo|geval){_SAME_CLOSES})"
    r"|(?:is|was)\s(?:dat|dit|da|het)\s(?:ook\s|dan\s)*(?:zo|waar|hetzelfde)\s)"
    rf"(?P<other>(?:for|to|of|in|with|at|voor|bij|van)\s[^,;?]{{2,60}}?){_SAME_CLOSES}",
    re.IGNORECASE,
)
"""The same is asked of something else, which ``other`` names behind a preposition."""

SWITCH = re.compile(
    r"^\W*(?:en |and |(?:can|could) you |kan (?:je|u) |kun (?:je|t u) |please |graag |now "
    r"|nu )*(?:(?:say|answer|repeat|translate|give|explain|zeg|antwoord|herhaal|vertaal|geef"
    r"|leg)\s?(?:that|this|it|me|dat|dit|het)?"
    r"(?: (?:eens|even|nog eens|maar|uit|again|once more)){0,2} ?)?(?:(?:same|hetzelfde|that|this"
    r"|dat) )?(?:in (?:het |in )?|naar (?:het )?|into )(?P<lang>engels|english|nederlands"
    r"|dutch|vlaams)(?: (?:zeggen|antwoorden|herhalen|uitleggen|geven|vertalen))?"
    r"(?:,? (?:please|graag|aub|a\.u\.b\.|alstublieft|alsjeblieft))?\W*$",
    re.IGNORECASE,
)
"""The answer before is wanted in another language."""

CHANGE = re.compile(
    r"^\W*(?:(?:ok(?:é|ay)?|goed|en|and|maar|but|dan)\W+)*"
    r"(?:(?:nog )?(?:iets|wat) (?:helemaal )?anders|(?:(?:nog )?een )?andere vraag|nieuwe vraag"
    r"|ander onderwerp|trouwens|à propos|apropos|overigens|by the way"
    r"|something (?:completely )?(?:else|different)|(?:an)?other question|(?:a )?new question"
    r"|different (?:topic|question)|on another note)\W+(?=\w)",
    re.IGNORECASE,
)
"""What follows is about something else."""

_FILLERS = r"(?:(?:me|mij|us|ons|daar|er|hier|eens|nog|wat|iets|a bit|a little|some)\s)*"
MORE = re.compile(
    r"^\W*(?:(?:en|and|ok|ja|yes)\W+)?(?:(?:kan|kun|can|could) (?:je|jij|u|ge|you) )?"
    rf"{_FILLERS}(?:(?:vertel|vertellen|zeg|geef|tell|give|say|explain|leg|show|toon)\s)?{_FILLERS}"
    r"(?:meer(?: (?:details?|info(?:rmatie)?|uitleg|weten))?|more(?: (?:details?|info\w*))?"
    r"|verder|go on|ga door|wat nog|what else|nog (?:iets|meer)|anything else|leg uit|explain"
    r"|elaborate|is da?t alles|is that all)"
    r"(?:\s(?:please|graag|aub|vertellen|zeggen|about (?:it|that|this)|(?:daar|hier|er)\s?over|over"
    r"|on (?:that|this|it)|dan))*\W*$",
    re.IGNORECASE,
)
"""More is wanted of the same."""

QUESTION_WORDS = re.compile(
    r"\b(?:wie|wiens|wat|wa|waar\w*|wanneer|hoe\w*|welke?|who|whose|whom|what|where|when|why|how"
    r"|which)\b",
    re.I,
)

VERB_FIRST = re.compile(
    r"\W*(?:is|zijn|was|waren|heeft|hebben|heb|kan|kunnen|mag|mogen|moet|moeten|geldt|gelden|telt"
    r"|tellen|bestaat|bestaan|krijg|krijgen|krijgt|loopt|kom|komen|komt|betaal|betaalt|zou|zouden|wil|willen|wilt|klopt|gaat|hebt|bent|zal"
    r"|are|does|do"
    r"|did|can|could|may|must|should|will|would|have|has|were)\b(?!\W*$)",
    re.I,
)
"""A question without a question word: its verb stands first."""

MEANING = re.compile(
    r"^\W*(?:en |and |maar |but )?(?:wat (?:bedoel|bedoelt|bedoelen|bedoelde|bedoelden) (?:je|jij|u"
    r"|ge|ze|men) (?:eigenlijk |precies |juist )?(?:met|onder)|wat (?:versta|verstaat|verstaan)"
    r" (?:je|u|men|ze) onder|what (?:do|did) (?:you|they) (?:\w+ )?mean (?:by|with))"
    r"\s+(?P<term>.{2,60}?)\W*$",
    re.IGNORECASE,
)
"""What a word in the answer before means."""

CONDITION = re.compile(
    r"^\W*(?:als|indien|wanneer|stel(?: dat)?|if|when|suppose|what if|wat als)\s(?:ik|we|wij|je"
    r"|i|you|they|het|it|ze)\b",
    re.IGNORECASE,
)
""" "(And) if I go to Spain": another case of the same."""

GOING = words("going")
"""What is said of going somewhere, in a case of which only the place is new."""


def asks(text: str) -> bool:
    """Whether a text is built as a question: a question word, or a verb that stands first."""
    return bool(QUESTION_WORDS.search(text)) or any(
        VERB_FIRST.match(clause) for clause in text.split(",")
    )


_LAST_CLAUSE = re.compile(r"^(?P<rest>.*[^\W\d_].*?)[.?!,;]+\s+(?P<last>[^.?!,;]+)\W*$", re.DOTALL)


def put_so(other: str, lang: str) -> str:
    """What asks the same of something else, as such a question leaves it out: "is that true for the
    dancers too?" is "and for the dancers?"."""
    return f"{'en' if lang == 'nl' else 'and'} {other}?"


def language_called(name: str) -> str:
    """The language of answers (``nl`` or ``en``) that a name of one means."""
    return "en" if name.lower() in ("engels", "english") else "nl"


def without_language(question: str) -> tuple[str, str]:
    """A question without the clause at its end that asks for an answer in another language ("en in
    Spanje? in het Engels aub"), and that language; empty when it asks for none."""
    parted = _LAST_CLAUSE.match(question)
    wanted = parted and SWITCH.match(parted["last"])
    if not (parted and wanted):
        return question, ""
    mark = question[parted.end("rest") : parted.start("last")].strip()[:1]
    return parted["rest"] + (mark if mark in ("?", "!", ".") else ""), language_called(
        wanted["lang"]
    )
