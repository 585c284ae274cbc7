"""An application around the fake assistant, and a client for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.settings import WegwijsSettings
from tests.web.fake_assistant import FakeAssistant
from web.app import create_app
from web.settings import WebSettings


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def settings(tmp_path: Path) -> WegwijsSettings:
    return WegwijsSettings(data=tmp_path / "data")


@pytest.fixture
def client(assistant: FakeAssistant, settings: WegwijsSettings) -> Iterator[TestClient]:
    app = create_app(assistant, settings, web=WebSettings(max_question_characters=500))
    with TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        yield client


PAGE = {"Accept": "text/html"}
EVENTS = {"Accept": "text/event-stream"}
JSON = {"Accept": "application/json"}
