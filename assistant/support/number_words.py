"""Numbers in Dutch and English words."""

from __future__ import annotations

from decimal import Decimal

NUMBER_WORDS: dict[str, dict[str, int | Decimal]] = {
    "nl": {
        "nul": 0, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
        "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14,
        "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
        "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
        "tachtig": 80, "negentig": 90, "honderd": 100, "duizend": 1000, "dozijn": 12,
        "anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5"),
    },
    "en": {
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
        "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "dozen": 12,
    },
}  # fmt: skip
"""Numbers in words, lower case, by language."""
ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
"""Dutch words for one to nine, as numbers with tens begin with them."""
MULTIPLIERS = {
    "duizend": 1_000, "thousand": 1_000, "miljoen": 1_000_000, "million": 1_000_000,
    "mln": 1_000_000, "miljard": 1_000_000_000, "billion": 1_000_000_000, "mld": 1_000_000_000,
    "bn": 1_000_000_000, "m": 1_000_000, "k": 1_000,
}  # fmt: skip
"""Words and signs behind a number that multiply it."""
