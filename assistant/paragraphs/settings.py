"""Settings of checking a paragraph. Every tuned number stands here.

They were chosen on 36 paragraphs of 91 sentences over publications and fiches; see
``docs/paragraphs.md`` for what came out, also on paragraphs that nobody tuned on.

What contradicts was chosen once more on 87 sentences written for it and on the claims of
``evals/claims`` without its test file: 1,895 times a carried claim beside another statement that
shares words with it, which must not contradict it, and changed claims beside their own. For a
figure (``contradicts`` 0.6, 0.75, 0.8, 0.85) 72, 35, 24 and 8 are wrong and 288, 281, 276 and 267
of 334 found; 0.8 lost right ones of the 87. For a name (``renames`` 0.7, 0.8, 0.85, 0.9) 36, 21, 8
and 7 are wrong and 149, 146, 141 and 136 of 257 found. For a denial it is not the share of words
that decides but ``denying.py``: beside 1,108 others that deny, 19 were wrong and are 2, beside
their own 46 of 1,389 carried were wrong and are 15, and 175 of 188 denied were found and are 158;
``denies`` from 0.5 to 0.8 and ``denies_whole`` from 0.6 to 0.8 change none of it by more than 2.
A ``denies_own`` of 0.5 called three of the 87 contradicted for nothing, 0.65 one.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class ParagraphSettings(BaseModel):
    """Limits, and the shares of a sentence's words that a verdict needs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    most_characters: int = Field(20_000, description="Longest text that is checked.")
    most_sentences: int = Field(60, description="Most sentences that are checked of it.")
    looked: int = Field(10, description="Sentences of the documents that one is held against.")
    least_own: float = Field(
        0.2, description="Share of a sentence's weight that such a one has to hold to be looked at."
    )
    widened: int = Field(3, description="Of those, how many are read with what stands beside them.")
    contradicts: float = Field(
        0.75, description="Share of the words that stand there, for another figure to contradict."
    )
    contradicts_own: float = Field(
        0.4, description="Share of its weight that the sentence of the document itself holds, too."
    )
    renames: float = Field(0.85, description="The same, for another name.")
    denies: float = Field(0.6, description="The same, for a denial.")
    denies_own: float = Field(
        0.65, description="Share of its weight that the sentence of the document itself holds, too."
    )
    denies_whole: float = Field(
        0.7, description="Share of what is denied that the other side has to say."
    )
    plainly: float = Field(
        0.95, description="The same, to deny what fewer of its words seem to say elsewhere."
    )
    leaning: float = Field(
        0.75, description="The same, in one of two sentences that carry it together."
    )
    promising: float = Field(
        0.4, description="The same, for the clauses of a sentence to be looked at apart."
    )
    partly: float = Field(0.5, description="The same, to carry a part of the sentence.")
    partly_bare: float = Field(
        0.7, description="The same, where a figure or name of the sentence does not stand there."
    )
    fewest_matched: int = Field(
        3, description="Words that a stretch has to share with a sentence to carry a part of it."
    )
    fewest_against: int = Field(2, description="The same, to contradict it.")
    clearly: float = Field(
        0.3,
        description="How much more of the words a contradicting sentence has to hold than one that"
        " has the very figures and names.",
    )
    nearest: float = Field(0.35, description="The same, to be shown as what comes near.")
