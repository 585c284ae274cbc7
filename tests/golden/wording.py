"""Sentences and words for made documents: like policy reports in tone, about nothing real."""

from __future__ import annotations

import random
import re

SENTENCES = (
    "De werkgroep besprak in het voorjaar hoe gezelschappen hun tournees beter kunnen plannen.",
    "Een gedeelde agenda voorkomt dat twee huizen op dezelfde avond hetzelfde publiek zoeken.",
    "Wie voor het eerst in het buitenland speelt, heeft vooral nood aan tijd en aan een "
    "betrouwbaar contact ter plaatse.",
    "Het fonds verdeelt zijn middelen in drie rondes, telkens na advies van een beoordelende "
    "commissie.",
    "Uit de bevraging blijkt dat 62 procent van de organisaties minstens één partner buiten de "
    "eigen regio heeft.",
    "Daartegenover staat dat kleine spelers zelden aan een meerjarige samenwerking toekomen.",
    "De administratie publiceert de beslissingen binnen de zestig dagen op haar website.",
    "Sociaal-culturele verenigingen vragen een eenvoudiger formulier en een vroegere uitbetaling.",
    "Een Vlaams-Nederlandse delegatie bezocht vorig jaar vier festivals in Noord-Italië.",
    "Kunstenaars die langer dan drie maanden weg zijn, verliezen soms hun recht op een uitkering.",
    "Het rapport beveelt aan om reiskosten voortaan forfaitair te vergoeden.",
    "Niet elke residentie leidt tot een voorstelling, en dat hoeft ook niet.",
    "De evaluatie gebeurt halverwege de beleidsperiode, samen met de betrokken steunpunten.",
    "Musea lenen steeds vaker werken uit aan instellingen die zelf geen verzameling bezitten.",
    "Zonder vertaling bereikt een toneeltekst maar een klein deel van zijn mogelijke lezers.",
    "In de helft van de gevallen betaalt de ontvangende organisator het verblijf.",
    "Ook de hogescholen willen hun afgestudeerden sneller met buitenlandse huizen verbinden.",
    "Het overleg koos ervoor om duurzaam reizen als voorwaarde in de overeenkomst op te nemen.",
    "Een trein naar Lyon kost gemiddeld 140 euro en duurt ongeveer vijf uur.",
    "Ten slotte pleiten de deelnemers voor een gezamenlijk loket met één aanspreekpunt.",
    "Geen enkele respondent vond de huidige procedure te kort.",
    "De cijfers over 2019 en 2023 zijn niet vergelijkbaar, want de vraag werd anders gesteld.",
    "Circusgezelschappen spelen gemiddeld veertig keer per jaar over de grens.",
    "Voor amateurverenigingen ligt dat aantal lager, al groeit het sinds enkele jaren.",
)
"""Every one begins with a capital and ends with a full stop."""

TITLES = (
    "Aanleiding van het onderzoek", "Begrippen en afbakening", "Reizen en verblijven",
    "Samenwerking over de grens", "Middelen en voorwaarden", "Wie beslist er mee",
    "Spreiding over de regio's", "Vertaling en taal", "Opleiding en doorstroming",
    "Duurzaam onderweg", "Lessen voor een volgende ronde", "Publiek en bereik",
    "De rol van de steunpunten", "Residenties", "Verzamelingen in beweging", "Naar één loket",
)  # fmt: skip

NOTES = (
    "Zie ook het jaarverslag van de commissie, hoofdstuk drie.",
    "Deze cijfers komen uit de eigen bevraging en zijn afgerond.",
    "Een gezelschap telt mee zodra het twee voorstellingen per seizoen speelt.",
    "De term wordt hier ruimer gebruikt dan in het decreet, omdat ook vrijwilligers en "
    "gelegenheidsformaties eronder vallen.",
    "Gesprek met een zakelijk leider, september 2023.",
    "Het loket is elke werkdag telefonisch bereikbaar tussen negen en twaalf uur.",
)

REFERENCES = (
    "Aerts, L. (2019). Reizende gezelschappen: een verkenning. Uitgeverij De Brug.",
    "Bakker, J., & De Wit, M. (2021). Wie betaalt de tournee? Tijdschrift voor Podiumkunsten, "
    "14(2), 33-58. https://voorbeeld.test/artikels/wie-betaalt-de-tournee",
    "Claes, R. (z.d.). Handleiding voor organisatoren. https://voorbeeld.test/handleiding",
    "Dumont, F. (2020). La mobilité des artistes en Europe. Éditions du Pont.",
    "Evers, P., Faber, K., & Goossens, H. (2022). Kunst over de grens: tien jaar samenwerking "
    "tussen kleine en grote huizen in de lage landen. Academische Pers.",
    "Hermans, T. (2018). De prijs van een verblijf. Cahier 7. Steunpunt Voorbeeld.",
    "Iversen, N. (2023). Touring lightly: rail travel and the performing arts. Northern Press.",
    "Jacobs, D. (2017). Over vertalen voor het toneel. In S. Kok (red.), Taal op de planken "
    "(pp. 101-124). Uitgeverij De Brug.",
)


class Words:
    """Text drawn from the sentences, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._titles = list(TITLES)
        self._random.shuffle(self._titles)
        self._used = 0

    def paragraph(self, least: int = 2, most: int = 6) -> str:
        """A paragraph of so many sentences."""
        count = self._random.randint(least, most)
        return " ".join(self._random.sample(SENTENCES, count))

    def sentence(self) -> str:
        return self._random.choice(SENTENCES)

    def title(self) -> str:
        """A title that was not given before."""
        title = self._titles[self._used % len(self._titles)]
        round_ = self._used // len(self._titles)
        self._used += 1
        return f"{title} ({round_ + 1})" if round_ else title

    def note(self) -> str:
        return self._random.choice(NOTES)

    def phrase(self) -> str:
        """The first few words of a sentence, without a full stop."""
        words = self.sentence().rstrip(".").split()
        return " ".join(words[: self._random.randint(3, 9)]).rstrip(",")


def broken(word: str) -> list[int]:
    """Offsets at which a long word may be broken at a line end."""
    if len(word) < 9 or not re.fullmatch(r"[a-zéëï]+[.,;]?", word):
        return []
    return [
        at
        for at in range(4, len(word) - 3)
        if word[at - 1] in "aeiou" and word[at] not in "aeiou.,;" and word[at + 1] in "aeiou"
    ]
