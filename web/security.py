"""Headers that keep a browser from doing what these pages never need, and a check on forms."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.errors import ErrorShape

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain")


class SecurityHeaders:
    """ASGI middleware: adds :data:`HEADERS` to every answer and turns away other sites' forms.

    Written as plain ASGI because streamed answers must pass through unbuffered.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        if _foreign_form(scope):
            shape = ErrorShape(403, "foreign_form", "This form was sent from another site.")
            await JSONResponse(shape.as_json(), shape.status)(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)


def _foreign_form(scope: Scope) -> bool:
    """A form that another site's page posts: the only request browsers let it send unasked."""
    if scope["method"] != "POST":
        return False
    headers = Headers(scope=scope)
    kind = headers.get("content-type", "text/plain").split(";")[0].strip().lower()
    return headers.get("sec-fetch-site") == "cross-site" and kind in FORM_TYPES
