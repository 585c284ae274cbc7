"""Made documents with what is harder to read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4

from tests.golden.tables import open_table, ruled_table, torn_table
from tests.golden.truth import Truth
from tests.golden.typesetting import Style, Typesetter
from tests.golden.wording import Words

_CENTRE = A4[0] / 2

_COMPOUNDS = (
    "Een Nederlands-Vlaams, sociaal-cultureel en niet-commercieel samenwerkingsverband vraagt een "
    "kant-en-klare aanpak met film- en muziekfestivals, een up-and-running loket in Noord-Brabant "
    "en Zuid-Limburg, en cross-sectorale begeleiding voor ex-studenten en co-producenten.",
    "Het e-loket, de audio-opnames en de pop-upwinkels van de Midden-Europese huizen zijn door "
    "een Frans-Duitse werkgroep doorgelicht, samen met privé-initiatieven en een semi-publieke "
    "instelling uit Oost-Vlaanderen die auto-onderhoud met kunsteducatie verbindt.",
)


def journal(path: Path, seed: int = 0) -> Truth:
    """Two justified columns with notes under each of them, boxes, sentences said again in large
    print, Roman front matter, and numbers of headings that jump."""

    def label(page: int) -> str:
        return ("i", "ii")[page - 1] if page <= 2 else str(page - 2)

    style = Style(
        size=9.5, leading=11.8, columns=2, justified=True, hyphens=True, left=54, right=54,
        heading_fonts=(
            ("Times-Bold", 15.0), ("Times-Bold", 12.0), ("Times-BoldItalic", 9.5),
        ),
        header=lambda page: ((_CENTRE, "centre", "Tijdschrift Voorbeeld"),) if page > 1 else (),
        footer=lambda page: ((_CENTRE, "centre", label(page)),),
        label=label,
    )  # fmt: skip
    setter, words = Typesetter(path, style), Words(10 * seed + 21)
    setter.heading(1, "Vooraf")
    for _ in range(14):
        setter.paragraph(words.paragraph())
    setter.new_page()
    plan = ("1", "1.1", "1.1.2", "3", "3.2", "3.5", "6", "6.1", "6.4.1")
    for at, number in enumerate(plan):
        setter.heading(min(number.count(".") + 1, 3), f"{number} {words.title()}")
        for part in range(3):
            notes = [(5, words.note()), (19, words.note())] if part == at % 3 else []
            setter.paragraph(words.paragraph(3, 6), notes)
        if at % 3 == 0:
            setter.paragraph(_COMPOUNDS[at % 2])
        if at % 4 == 1:
            setter.box(f"In het kort: {words.title().lower()}", words.paragraph(2, 3))
            setter.paragraph(words.paragraph())
        if at % 4 == 2:
            setter.pull_quote(words.sentence())
            setter.paragraph(words.paragraph())
        if at % 2:
            setter.paragraph("Wie steun vraagt, legt het volgende voor:")
            for marker in range(1, 7):
                setter.item(f"{words.sentence()} {words.sentence()}", f"{marker}.")
    return setter.save()


def magazine(path: Path, seed: int = 0) -> Truth:
    """One column in which boxes with headings of their own, sentences in large print and tables
    float to the top of the next page, wherever a sentence happens to break."""
    style = Style(
        size=10.5, leading=14, hyphens=True, left=110, right=110,
        footer=lambda page: ((_CENTRE, "centre", str(page)),),
        label=str,
    )  # fmt: skip
    setter, words = Typesetter(path, style), Words(10 * seed + 23)
    figures = (
        ("Jaar", "Aanvragen", "Toegekend"), ("2021", "231", "104"), ("2022", "246", "111"),
        ("2023", "259", "117"),
    )  # fmt: skip

    def table() -> None:
        setter.caption(f"Tabel {setter._tables + 1}: Aanvragen per jaar")
        ruled_table(setter, figures, (0.3, 0.35, 0.35))

    for at in range(4):
        setter.heading(1, f"{at + 1}. {words.title()}")
        kinds = (
            lambda: setter.box(words.title(), words.paragraph(2, 3), large=True),
            lambda: setter.pull_quote(words.sentence()),
            table,
            lambda: setter.box(f"Wist u dit? {words.phrase()}", words.paragraph(2, 2)),
        )
        page = setter.page
        setter.floats.append(kinds[at])
        while setter.page == page:
            setter.paragraph(words.paragraph(4, 7))
        setter.paragraph(words.paragraph())
    return setter.save()


def _rows(words: Words, count: int) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [("Project", "Partners", "Inhoud", "Jaar")]
    for at in range(count):
        if at % 5 == 0:
            rows.append((f"Ronde {at // 5 + 1}: {words.phrase().lower()}",))
        partners = (
            f"Huis {at + 1} (België), Teatro {at + 1} (Italië) en Verein {at + 1} (Oostenrijk)"
        )
        rows.append((f"Project {at + 1}", partners, words.paragraph(3, 4), str(2015 + at % 9)))
    return rows


def dossier(path: Path, seed: int = 0) -> Truth:
    """Upright pages with text, then lying ones with a table over three of them or more, its rows
    in groups and broken where the page ends, each drawn as a form of its own; then text again."""
    style = Style(
        size=10, leading=13, hyphens=True,
        header=lambda page: ((72.0, "left", "Dossier Voorbeeld"),),
        footer=lambda page: ((_CENTRE, "centre", str(page)),),
        label=str,
    )  # fmt: skip
    setter, words = Typesetter(path, style), Words(10 * seed + 22)
    setter.heading(1, f"1. {words.title()}")
    for _ in range(6):
        setter.paragraph(words.paragraph())
    setter.turn()
    setter.caption("Tabel 1: Gesteunde projecten per ronde")
    torn_table(setter, _rows(words, 17), (0.14, 0.28, 0.48, 0.1), in_forms=True)
    setter.turn()
    setter.heading(1, f"2. {words.title()}")
    for at in range(5):
        setter.paragraph(words.paragraph(), [(6, words.note())] if at % 2 else [])
    setter.caption("Tabel 2: Middelen per land")
    open_table(
        setter,
        (
            ("Land", "Loket", "Bedrag"),
            ("Duitsland", "Servicestelle", "1.250"),
            ("Italië", "Sportello", "980"),
            ("Spanje", "Oficina", "1.040"),
            ("Zweden", "Byrån", "760"),
        ),
        (0.4, 0.35, 0.25),
        figures=(2,),
    )
    setter.paragraph(words.paragraph())
    return setter.save()
