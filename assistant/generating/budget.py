"""How much of the evidence fits the model's context, and whether the server read all of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.errors import ContextCut
from assistant.generating.language_model import Message, Usage
from indexing.passage import Passage

_CHARACTERS_PER_TOKEN = 2.6
"""Fewer than any usual tokeniser makes of Dutch prose (three to four), so that budgets hold."""

_MOST_CHARACTERS_PER_TOKEN = 6.0
"""More than any usual tokeniser makes of prose: a lower count than this allows means a cut."""

_FENCE_TOKENS = 40
_USUAL_CONTEXTS = tuple(2**power for power in range(9, 18))


def tokens(text: str) -> int:
    """An upper estimate of the tokens in a text."""
    return int(len(text) / _CHARACTERS_PER_TOKEN) + 1


def fitting(
    passages: Iterable[Passage], frame: Sequence[Message], context_tokens: int, answer_tokens: int
) -> tuple[Passage, ...]:
    """The first passages that fit beside ``frame`` (the prompt without passages) and the answer.

    A passage that does not fit is left out whole: half a passage is how conditions get lost.
    """
    left = context_tokens - answer_tokens - sum(tokens(m.content) + 8 for m in frame)
    chosen: list[Passage] = []
    for passage in passages:
        size = tokens(passage.text) + tokens(" > ".join(passage.section)) + _FENCE_TOKENS
        if size <= left:
            chosen.append(passage)
            left -= size
    return tuple(chosen)


def check_not_cut(messages: Sequence[Message], usage: Usage, context_tokens: int) -> None:
    """Compares what the server counted with what it was sent.

    Ollama drops the oldest half of a prompt that does not fit and reports only what was left, often
    half of its context and a few tokens. A server that does not count is taken at its word.

    Raises:
        ContextCut: it read less than it was sent, or ran into the end of its context.
    """
    counted = usage.prompt_tokens
    if not counted:
        return
    sent = sum(len(message.content) for message in messages)
    fewest = sent / _MOST_CHARACTERS_PER_TOKEN
    halved = any(
        0 <= counted - context // 2 <= 4 and counted < sent / 4.2 for context in _USUAL_CONTEXTS
    )
    if counted < fewest or halved:
        raise ContextCut(
            f"The server read {counted} tokens of a prompt of at least {int(fewest)}.",
            hint=f"Let it serve a context of {context_tokens} tokens.",
        )
