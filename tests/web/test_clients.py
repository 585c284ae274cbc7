"""Clients that others use, against a running server: OpenAI's, Model Context Protocol's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from mcp.client import Client
from openai import OpenAI, UnprocessableEntityError

from tests.web.fake_assistant import FakeAssistant
from tests.web.live import served

QUESTION = "Waar waren de meeste voorstellingen?"
ANSWER = "De meeste voorstellingen waren in Duitsland. [1]"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(FakeAssistant(), tmp_path_factory.mktemp("data")) as found:
        yield found


@pytest.fixture
def openai(address: str) -> Iterator[OpenAI]:
    with OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0) as client:
        yield client


def test_openai_answers(openai: OpenAI) -> None:
    assert [model.id for model in openai.models.list()] == ["wegwijs"]
    reply = openai.chat.completions.create(
        model="wegwijs", messages=[{"role": "user", "content": QUESTION}]
    )
    assert (reply.choices[0].message.content or "").startswith(ANSWER)


def test_openai_streams(openai: OpenAI) -> None:
    with openai.chat.completions.create(
        model="wegwijs", messages=[{"role": "user", "content": QUESTION}], stream=True
    ) as chunks:
        said = "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
    assert said.startswith(ANSWER)


def test_openai_understands_an_error(openai: OpenAI) -> None:
    with pytest.raises(UnprocessableEntityError) as raised:
        openai.chat.completions.create(model="wegwijs", messages=[{"role": "user", "content": " "}])
    assert raised.value.code == "empty_question"


def test_mcp_lists_and_asks(address: str) -> None:
    async def talk() -> tuple[set[str], str]:
        async with Client(f"{address}/mcp") as client:
            tools = {tool.name for tool in (await client.list_tools()).tools}
            answer = await client.call_tool("ask", {"question": QUESTION})
            content = answer.structured_content
            assert content is not None
            return tools, content["text"]

    # In a thread of its own: a browser driven in this one keeps an event loop running.
    with ThreadPoolExecutor(1) as thread:
        said = thread.submit(asyncio.run, talk()).result()
    assert said == ({"search", "ask", "check", "document"}, ANSWER)
