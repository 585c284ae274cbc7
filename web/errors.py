"""What can go wrong in the web server, and the one shape in which every error leaves it.

    WebError
    ├── NotFound          no such page, document or conversation
    ├── BadRequest        the request cannot be taken as it is
    ├── TooBusy           more questions at once than may wait
    ├── TookTooLong       an answer went over its time
    └── CannotServe       the server cannot start

Programs get ``{"error": {"code", "message", "hint"}}``, people the same three
on a page.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorShape:
    """An error as a client sees it: a stable ``code``, what happened, and what to do next."""

    status: int
    code: str
    message: str
    hint: str = ""

    def as_json(self) -> dict[str, dict[str, str]]:
        """The one JSON shape of every error."""
        return {"error": {"code": self.code, "message": self.message, "hint": self.hint}}


class WebError(Exception):
    """Base of this folder's errors.

    Args:
        code: stable name of the error, also the key of its wording (``errors.<code>``).
        values: what the wording has places for.
    """

    status = 500

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class NotFound(WebError):
    """No such page, document or conversation."""

    status = 404


class BadRequest(WebError):
    """The request cannot be taken as it is."""

    status = 422


class TooBusy(WebError):
    """More questions at once than may wait; the client may try again."""

    status = 503


class TookTooLong(WebError):
    """An answer went over its time."""

    status = 504


class CannotServe(Exception):
    """The server cannot start: ``message`` says why, ``hint`` what to do."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
