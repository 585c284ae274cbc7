"""Made documents in the layouts that policy documents come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4

from tests.golden.hard import dossier, journal, magazine
from tests.golden.tables import open_table, ruled_table
from tests.golden.truth import Truth
from tests.golden.typesetting import Placed, Style, Typesetter
from tests.golden.wording import REFERENCES, Words

_RIGHT = A4[0] - 72
_CENTRE = A4[0] / 2

_AGREEMENTS = (
    ("Project", "Partners", "Inhoud"),
    ("Heen en terug", "Huis De Kade en Teatro Sul", "Twee makers werken zes weken in elkaars huis "
     "en tonen daarna een gezamenlijk werk aan het lokale publiek."),
    ("Stemmen", "Koor Noorderlicht", "Een koor uit drie steden zingt nieuw repertoire en neemt het "
     "op."),
    ("Open atelier", "Atelier Zuid en Verein Nord", "Ateliers wisselen ruimte en gereedschap uit, "
     "met een kleine vergoeding voor de reis."),
    ("Draaideur", "Museum Aan de Vaart", "Conservatoren lopen een maand mee in een ander huis en "
     "schrijven daarover een verslag."),
    ("Winterreis", "Ensemble Laag", "Een reeks van twaalf concerten langs kleine zalen, telkens "
     "met een inleiding voor scholen."),
)  # fmt: skip
_FIGURES = (
    ("Jaar", "Aanvragen", "Toegekend", "Bedrag"),
    ("2019", "214", "96", "1.240.000"),
    ("2020", "187", "88", "1.105.500"),
    ("2021", "231", "104", "1.318.250"),
    ("2022", "246", "111", "1.402.000"),
    ("2023", "259", "117", "1.466.750"),
)
_CONTACTS = (
    ("Land", "Loket", "Taal"),
    ("Duitsland", "Servicestelle Mobil", "Duits, Engels"),
    ("Frankrijk", "Bureau des tournées", "Frans"),
    ("Italië", "Sportello Spettacolo", "Italiaans"),
    ("Spanje", "Oficina de giras", "Spaans, Engels"),
    ("Portugal", "Balcão Artes", "Portugees"),
)


def _roman(number: int) -> str:
    return ("i", "ii", "iii", "iv", "v", "vi")[number - 1]


def report(path: Path, seed: int = 0, pages: dict[str, str] | None = None) -> Truth:
    """One column, ragged; running headers that differ on odd and even pages, Roman front matter,
    a contents list with leaders, notes at the foot of the page, a ruled table over two pages."""

    def label(page: int) -> str:
        return _roman(page) if page <= 2 else str(page - 2)

    def header(page: int) -> Sequence[Placed]:
        if page == 1:
            return ()
        if page % 2:
            return ((_RIGHT, "right", "Over de grens: een verkenning"),)
        return ((72.0, "left", "Steunpunt Voorbeeld"),)

    def footer(page: int) -> Sequence[Placed]:
        if page == 1:
            return ()
        return ((_RIGHT, "right", label(page)) if page % 2 else (72.0, "left", label(page)),)

    style = Style(header=header, footer=footer, label=label)
    setter, words = Typesetter(path, style), Words(10 * seed + 1)
    titles = [*(words.title() for _ in range(8)), "Referenties"]
    numbered = [
        f"{number} {title}"
        for number, title in zip(
            ("1.", "1.1.", "1.2.", "2.", "2.1.", "2.1.1.", "2.1.2.", "2.2.", "3."),
            titles,
            strict=True,
        )
    ]
    setter.y = 240
    setter.flow("Over de grens: een verkenning", font="Times-Bold", size=26)
    setter.truth.headings.append((1, "Over de grens: een verkenning"))
    setter.new_page()
    setter.contents("Inhoud", [(t, (pages or {}).get(t, "1")) for t in numbered], leader=True)
    setter.new_page()
    for at, title in enumerate(numbered[:8]):
        setter.heading(title.split()[0].count("."), title)
        for count in range(3):
            notes = [(7, words.note()), (15, words.note())] if count == at % 3 else []
            setter.paragraph(words.paragraph(), notes)
        if at == 2:
            setter.paragraph("De commissie onderscheidt drie soorten samenwerking:")
            for marker, text in zip("123", (words.sentence() for _ in range(3)), strict=True):
                setter.item(text, f"{marker}.")
        if at == 4:
            setter.caption("Tabel 1: Voorbeelden van gesteunde projecten")
            ruled_table(setter, _AGREEMENTS, (0.2, 0.3, 0.5))
        if at == 6:
            setter.paragraph("Wie steun vraagt, legt het volgende voor:")
            for text in (words.sentence(), words.sentence()):
                setter.item(text, "•")
                setter.item(words.phrase(), "o", 2)
                setter.item(words.sentence(), "o", 2)
        if at == 7:
            setter.quote(words.paragraph(2, 3))
            setter.paragraph(words.paragraph())
    setter.heading(1, numbered[8])
    for text in REFERENCES:
        setter.reference(text)
    truth = setter.save()
    if pages is None:
        return report(path, seed, {t: label(p) for t, p in setter.headings.items()})
    return truth


def two_columns(path: Path, seed: int = 0) -> Truth:
    """Two justified columns with hyphens, headings without numbers, numbers between dashes."""
    style = Style(
        size=9.5, leading=11.8, columns=2, justified=True, hyphens=True, left=54, right=54,
        heading_fonts=(("Helvetica-Bold", 15.0), ("Helvetica-Bold", 11.5)),
        footer=lambda page: ((_CENTRE, "centre", f"– {page} –"),),
        header=lambda page: ((_CENTRE, "centre", "Nieuwsbrief van het steunpunt, najaar"),),
        label=str,
    )  # fmt: skip
    setter, words = Typesetter(path, style), Words(10 * seed + 2)
    for at in range(8):
        setter.heading(1 if at % 3 == 0 else 2, words.title())
        for _ in range(3):
            setter.paragraph(words.paragraph())
        if at % 2:
            setter.paragraph("De deelnemers noemen vooral:")
            for _ in range(3):
                setter.item(words.sentence(), "•")
        if at == 3:
            setter.quote(words.paragraph(2, 2), font="Times-Italic")
            setter.paragraph(words.paragraph())
    return setter.save()


def office(path: Path, seed: int = 0, pages: dict[str, str] | None = None) -> Truth:
    """As word processors set it: sans serif, space between paragraphs, three numbered levels of
    headings, a contents list without leaders, notes, captions above tables and below figures."""
    style = Style(
        regular="Helvetica", bold="Helvetica-Bold", italic="Helvetica-Oblique",
        size=10.5, leading=15, space=9, hyphens=True,
        heading_fonts=(
            ("Helvetica-Bold", 16.0), ("Helvetica-Bold", 13.0), ("Helvetica-BoldOblique", 10.5),
        ),
        header=lambda page: () if page == 1 else ((72.0, "left", "Beleidsnota Voorbeeld 2024"),),
        footer=lambda page: ((_RIGHT, "right", f"Pagina {page} van 9"),),
        label=str,
    )  # fmt: skip
    setter, words = Typesetter(path, style), Words(10 * seed + 3)
    plan = ("1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1", "2.2", "2.2.1", "3", "3.1")
    numbered = [f"{number} {words.title()}" for number in plan]
    setter.contents("Inhoudsopgave", [(t, (pages or {}).get(t, "1")) for t in numbered], False)
    setter.new_page()
    for at, title in enumerate(numbered):
        setter.heading(title.split()[0].count(".") + 1, title)
        setter.paragraph(words.paragraph(), [(4, words.note())] if at % 4 == 1 else [])
        setter.paragraph(words.paragraph(), [(11, words.note())] if at % 3 == 1 else [])
        if at in (2, 7):
            setter.paragraph("De voorwaarden zijn de volgende:")
            for marker in "abc":
                setter.item(words.sentence(), f"{marker})")
        if at == 4:
            setter.caption("Tabel 1. Middelen per jaar")
            ruled_table(setter, _FIGURES, (0.2, 0.25, 0.25, 0.3))
        if at == 5:
            for _ in range(4):
                setter.item(words.sentence(), "-")
        if at == 8:
            setter.caption("Tabel 2. Lokettten in het buitenland")
            ruled_table(
                setter,
                (
                    ("Regio", "Land", "Loket"),
                    ("Zuid", "Italië", "Sportello Spettacolo, voor gezelschappen en voor huizen"),
                    ("", "Spanje", "Oficina de giras"),
                    ("", "Portugal", "Balcão Artes"),
                    ("Noord", "Denemarken", "Scenekontor"),
                    ("", "Zweden", "Turnébyrån"),
                    ("Elders: zie de website van het steunpunt", "", "Niet volledig"),
                ),
                (0.22, 0.28, 0.5),
                down={(1, 0): 3, (4, 0): 2},
                across={(6, 0): 2},
            )
    truth = setter.save()
    if pages is None:
        return office(path, seed, {t: str(p) for t, p in setter.headings.items()})
    return truth


def book(path: Path, seed: int = 0) -> Truth:
    """As books are set: justified, indented first lines and no space between paragraphs, running
    headers that name the chapter, long notes, tables with rules between parts only."""
    chapter = {"title": ""}
    style = Style(
        size=10.5, leading=13, space=0, indent=14, justified=True, hyphens=True,
        left=90, right=90, top=92, bottom=92,
        heading_fonts=(("Times-Bold", 17.0), ("Times-Italic", 12.0)),
        header=lambda page: ((_CENTRE, "centre", chapter["title"]),) if page > 1 else (),
        footer=lambda page: ((_CENTRE, "centre", str(page + 40)),),
        label=lambda page: str(page + 40),
        furniture_size=9.0,
    )  # fmt: skip
    words = Words(10 * seed + 4)
    titles = [words.title() for _ in range(4)]
    chapter["title"] = titles[0]
    setter = Typesetter(path, style)
    for at, title in enumerate(titles):
        if at:
            chapter["title"] = title
            setter.new_page()
        setter.heading(1, title)
        for part in range(3):
            if part:
                setter.heading(2, words.title())
            for _ in range(4):
                note = f"{words.note()} {words.paragraph(1, 3)}"
                setter.paragraph(words.paragraph(3, 7), [(9, note)] if part == 1 else [])
        if at == 1:
            setter.y += 10
            setter.caption("Tabel 1 Aanvragen en toekenningen")
            open_table(setter, _FIGURES, (0.2, 0.25, 0.25, 0.3), rules=True, figures=(1, 2, 3))
        if at == 2:
            setter.y += 10
            setter.quote(words.paragraph(2, 3))
            setter.paragraph(words.paragraph())
    setter.heading(1, "Bibliografie")
    for text in REFERENCES:
        setter.reference(text)
    return setter.save()


def brochure(path: Path, seed: int = 0) -> Truth:
    """As designers set it: bold headings in lower case, quotations in italics between the
    paragraphs, a table by alignment alone, page numbers on the outside."""
    style = Style(
        regular="Helvetica", bold="Helvetica-Bold", italic="Helvetica-Oblique",
        size=10, leading=14, space=8, columns=2, left=60, right=60,
        heading_fonts=(("Helvetica-Bold", 20.0), ("Helvetica-Bold", 10.0)),
        footer=lambda page: (
            (_RIGHT, "right", str(page)) if page % 2 else (60.0, "left", str(page)),
        ),
        label=str,
    )  # fmt: skip
    setter, words = Typesetter(path, style), Words(10 * seed + 5)
    for at in range(7):
        setter.heading(1 if at % 2 == 0 else 2, words.title().lower())
        setter.paragraph(words.paragraph(2, 4))
        for _ in range(2):
            setter.item(words.sentence(), "–")
        setter.y += 8
        setter.paragraph(words.paragraph(2, 4))
        if at % 3 == 1:
            text = f"“{words.sentence()}”"
            setter.flow(text, font="Helvetica-Oblique", size=13)
            setter.truth.quotes.append(text)
            setter.y += 12
            setter.paragraph(words.paragraph(2, 4))
        if at == 4:
            setter.caption("Tabel 1: Waar u terechtkunt")
            open_table(setter, _CONTACTS, (0.3, 0.42, 0.28))
    return setter.save()


def decree(path: Path, seed: int = 0) -> Truth:
    """As legal texts are set: chapters and articles, numbered paragraphs, a table without rules."""
    style = Style(
        size=11, leading=13.5, space=6,
        heading_fonts=(("Times-Bold", 14.0), ("Times-Bold", 11.0)),
        header=lambda page: (
            (72.0, "left", "Staatsblad Voorbeeld"), (_RIGHT, "right", f"blz. {page + 700}"),
        ),
        label=lambda page: str(page + 700),
    )  # fmt: skip
    setter, words = Typesetter(path, style), Words(10 * seed + 6)
    article = 0
    for chapter in range(1, 5):
        setter.heading(1, f"Hoofdstuk {chapter}. {words.title()}")
        for _ in range(3):
            article += 1
            setter.heading(2, f"Artikel {article}. {words.title()}")
            setter.paragraph(words.paragraph())
            if article % 2:
                setter.paragraph("De aanvraag bevat:")
                for marker in ("1°", "2°", "3°"):
                    setter.item(words.sentence(), marker)
        if chapter == 2:
            setter.caption("Tabel 1. Bedragen in euro")
            open_table(setter, _FIGURES, (0.2, 0.25, 0.25, 0.3), figures=(1, 2, 3))
    return setter.save()


Maker = Callable[[Path, int], Truth]
"""Makes a document at a path, other words for every seed, and tells what is in it."""

DOCUMENTS: dict[str, Maker] = {
    "report": report,
    "two columns": two_columns,
    "office": office,
    "book": book,
    "brochure": brochure,
    "decree": decree,
    "journal": journal,
    "dossier": dossier,
    "magazine": magazine,
}
