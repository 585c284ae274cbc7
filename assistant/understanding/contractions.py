"""The Flemish "ik" that is written with its verb as one word ("kheb", "kzou"), taken apart."""

from __future__ import annotations

import re

# Only verbs of which no word is made with the letter before them, as of "lees" or "raak".
_VERB = (
    r"(?:zou|zal|heb|had|ben|was|moet|moest|kan|kon|mag|mocht|wil|wou|wilde|ga|ging|doe|deed|kom|krijg"
    r"|kreeg|sta|stond|zit|zat|vind|vond|denk|dacht|weet|wist|werk|werkte|speel|zoek|vraag|woon|maak"
    r"|geef|zie|zag|hoor|hoop|snap|begrijp|blijf|vertrek|schrijf|zing|dans|breng|neem|vroeg|wacht"
    r"|organiseer|twijfel|verhuis|verdien|betaal|bedoel|treed)"
)
_FUSED = re.compile(rf"(?<![\w'’-])(?P<ik>k)['’]?(?P<verb>{_VERB})(?![\w-])", re.IGNORECASE)


def taken_apart(text: str) -> str:
    """A text with "ik" and its verb as two words."""
    return _FUSED.sub(
        lambda match: f"{'Ik' if match['ik'] == 'K' else 'ik'} {match['verb'].lower()}", text
    )
