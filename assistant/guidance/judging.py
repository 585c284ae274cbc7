"""What judges statements of the fiches by what advisers would tell, put together once an index."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guidance.anticipated.matching import AnticipatedQuestions
from assistant.guidance.asked_parts import AskedParts
from assistant.guidance.by_country import ByCountry
from assistant.guidance.contacting import Contacting
from assistant.guidance.fiches import Fiches
from assistant.guidance.first_contacts import FirstContacts
from assistant.guidance.granting import Granting
from assistant.guidance.hearing import Hearing
from assistant.guidance.programmes import Programmes
from assistant.guidance.relevance.cases import Cases
from assistant.guidance.relevance.features import RelevanceFeatures
from assistant.guidance.relevance.relevance import Relevance
from assistant.guidance.relevance.revising import Revising
from assistant.guidance.relevance.settings import CandidateSettings, TellingSettings
from assistant.guidance.relevance.statement import StatementReader
from assistant.guidance.relevance.telling import RelevantAdvice
from assistant.guidance.scoping import Scoping
from assistant.guidance.settings import AskedSettings
from assistant.guidance.who_knows import WhoKnows
from assistant.guidance.worth import Terms, Worth


@dataclass(frozen=True, slots=True)
class Judging:
    """The model itself, what is told by it, and how it reads the parts of a question."""

    relevance: Relevance
    advice: RelevantAdvice
    revising: Revising
    asked: AskedParts

    @classmethod
    def over(
        cls,
        fiches: Fiches,
        terms: Terms,
        questions: AnticipatedQuestions,
        hearing: Hearing,
        scoping: Scoping,
        worth: Worth,
        granting: Granting,
        first: FirstContacts,
        contacting: Contacting,
        by_country: ByCountry,
        programmes: Programmes,
    ) -> Judging:
        """What judges the statements of ``fiches``, by what reads and selects them otherwise."""
        told = StatementReader(fiches, terms)
        settings = CandidateSettings()
        relevance = Relevance(
            Cases(fiches, told, questions, hearing, scoping, worth, granting, programmes, settings),
            RelevanceFeatures(fiches, told, questions, scoping),
        )
        telling, asked = TellingSettings(), AskedSettings()
        return cls(
            relevance,
            RelevantAdvice(fiches, relevance, told, hearing, by_country, granting, telling),
            Revising(relevance, told, hearing, telling),
            AskedParts(
                fiches,
                relevance,
                hearing,
                WhoKnows(fiches, relevance, first, contacting, asked),
                asked,
            ),
        )
