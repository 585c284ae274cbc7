"""Fetches documents from their publishers, politely and in pieces that can be taken up again.

One request at a time, robots.txt obeyed, a pause between requests to a host. What arrives is kept
in a ``.part`` file beside its place; it gets its name only when it is whole, of a kind that can be
read, within the limit, and equal to its checksum when one is known.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType
from urllib.parse import urljoin, urlsplit

import httpx
from pydantic import BaseModel, ConfigDict, Field

from corpus import robots
from corpus.errors import DownloadError, NoConnection
from corpus.transfer import (
    Fetched,
    Part,
    Version,
    beginning,
    expected_bytes,
    kind_of,
    unpacked,
    version_of,
)

PRODUCT = "Wegwijs"

_AGAIN = (408, 425, 429, 500, 502, 503, 504)


class DownloadLimits(BaseModel):
    """How far a download may go, and how politely it goes there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_bytes: int = Field(200_000_000, description="Largest file, in bytes, unpacked.")
    connect_seconds: float = Field(10.0, description="Longest wait for a connection.")
    read_seconds: float = Field(30.0, description="Longest silence of a server.")
    total_seconds: float = Field(600.0, description="Longest time one document may take.")
    pause_seconds: float = Field(1.0, description="Least time between two requests to a host.")
    longest_pause_seconds: float = Field(60.0, description="Longest pause a site may ask for.")
    attempts: int = Field(3, description="Most attempts for one document.", ge=1)
    redirects: int = Field(5, description="Most redirects followed.")


class Downloader:
    """Fetches files one by one. Use as a context manager.

    Args:
        limits: how far it may go.
        sleep, clock: how it waits and tells time, in seconds.
        client: an HTTP client that does not follow redirects; made here when left out.
    """

    def __init__(
        self,
        limits: DownloadLimits | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        client: httpx.Client | None = None,
    ) -> None:
        self.limits = limits or DownloadLimits()
        self._sleep = sleep
        self._clock = clock
        self._client = client or httpx.Client(
            timeout=httpx.Timeout(self.limits.read_seconds, connect=self.limits.connect_seconds),
            follow_redirects=False,
        )
        self._rules: dict[str, robots.Rules] = {}
        self._last_visit: dict[str, float] = {}

    def __enter__(self) -> Downloader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def fetch(
        self,
        url: str,
        place: Path,
        *,
        sha256: str | None = None,
        known: Version | None = None,
        progress: Callable[[int, int | None], None] | None = None,
    ) -> Fetched | None:
        """The document at ``url``, kept at ``place`` plus the suffix of its kind.

        Args:
            url: http or https address.
            place: path of the file without suffix; its folder exists.
            sha256: checksum the file must have.
            known: the version that is here already.
            progress: called with bytes so far and bytes expected (None when unknown).

        Returns:
            The file, or None when the server says that the known version is still current.

        Raises:
            DownloadError: it could not be fetched; ``hint`` says what to do.
        """
        started = self._clock()
        last: DownloadError | None = None
        for attempt in range(self.limits.attempts):
            if attempt:
                self._sleep(min(2.0**attempt, self.limits.longest_pause_seconds))
            try:
                return self._attempt(url, place, sha256, known, progress, started)
            except DownloadError as error:
                if not error.retryable or self._clock() - started > self.limits.total_seconds:
                    raise
                last = error
            except httpx.ConnectError as error:
                raise NoConnection(
                    f"there is no connection to {urlsplit(url).hostname}.",
                    where=url,
                    hint="Check the network, or give the file itself with `corpus add FILE`.",
                    retryable=True,
                ) from error
            except httpx.TimeoutException:
                last = DownloadError("the server is silent.", where=url, retryable=True)
            except httpx.RemoteProtocolError:
                last = DownloadError("the server broke off.", where=url, retryable=True)
            except httpx.InvalidURL:
                raise DownloadError("this is no address.", where=url) from None
            except httpx.HTTPError as error:
                last = DownloadError(f"the transfer failed ({error}).", where=url, retryable=True)
        if last is None:
            raise DownloadError("no attempt was made.", where=url)
        raise DownloadError(
            f"{last.message} ({self.limits.attempts} attempts)",
            where=url,
            hint=last.hint or "Try again later; what arrived is kept and taken up again.",
            retryable=True,
        )

    def _attempt(
        self,
        url: str,
        place: Path,
        sha256: str | None,
        known: Version | None,
        progress: Callable[[int, int | None], None] | None,
        started: float,
    ) -> Fetched | None:
        part = Part(place, url)
        headers = part.resume_headers()
        if known and not headers:
            headers = _conditional(known)
        for _ in range(self.limits.redirects + 1):
            self._be_polite(url)
            with self._client.stream("GET", url, headers=_identity(headers)) as response:
                if response.has_redirect_location:
                    url = self._redirected(url, response)
                    continue
                if response.status_code == 304:
                    return None
                if response.status_code == 416:
                    part.forget()
                    raise DownloadError("the file changed.", where=url, retryable=True)
                self._check_status(url, response)
                return self._receive(url, response, place, part, sha256, progress, started)
        raise DownloadError(
            f"more than {self.limits.redirects} redirects.",
            where=url,
            hint="Look the address up in a browser and correct it in the catalogue.",
        )

    def _receive(
        self,
        url: str,
        response: httpx.Response,
        place: Path,
        part: Part,
        sha256: str | None,
        progress: Callable[[int, int | None], None] | None,
        started: float,
    ) -> Fetched:
        size = part.begin(response)
        resumed = size > 0
        expected = expected_bytes(response, size)
        if expected is not None and expected > self.limits.max_bytes:
            part.forget()
            raise self._too_large(url)
        with part.file.open("ab" if resumed else "wb") as stream:
            for chunk in unpacked(response):
                size += len(chunk)
                if size > self.limits.max_bytes:
                    stream.close()
                    part.forget()
                    raise self._too_large(url)
                stream.write(chunk)
                if progress:
                    progress(size, expected)
                if self._clock() - started > self.limits.total_seconds:
                    raise DownloadError(
                        f"took longer than {self.limits.total_seconds:.0f} seconds.",
                        where=url,
                        hint="Try again; what arrived is kept.",
                    )
        if expected is not None and size < expected:
            raise DownloadError("the server broke off.", where=url, retryable=True)
        return self._finish(url, response, place, part, sha256, resumed)

    def _finish(
        self,
        url: str,
        response: httpx.Response,
        place: Path,
        part: Part,
        sha256: str | None,
        resumed: bool,
    ) -> Fetched:
        try:
            content_type, suffix = kind_of(url, response, part.file)
            with part.file.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            if sha256 and digest != sha256:
                # A broken resume looks the same as a changed file: take it anew next time.
                raise DownloadError(
                    "the file differs from its checksum.",
                    where=url,
                    hint="The publisher may have replaced it; compare, then correct the catalogue.",
                )
        except DownloadError:
            part.forget()
            raise
        file = place.with_name(place.name + suffix)
        size = part.file.stat().st_size
        part.file.replace(file)
        part.forget()
        return Fetched(file, url, digest, size, content_type, version_of(response), resumed)

    def _too_large(self, url: str) -> DownloadError:
        return DownloadError(
            f"is larger than {self.limits.max_bytes:,} bytes.",
            where=url,
            hint="Download it yourself and give it with `corpus add FILE` if you trust it.",
        )

    def _check_status(self, url: str, response: httpx.Response) -> None:
        code = response.status_code
        if code in (200, 206):
            return
        if code in _AGAIN:
            self._sleep(self._retry_after(response))
            raise DownloadError(f"the server answers {code}.", where=url, retryable=True)
        hints = {
            401: "The publisher asks for a login.",
            403: "The publisher does not give it to programs; download it in a browser.",
            404: "The address is no longer right; look for the new one.",
            410: "The publisher has withdrawn it.",
        }
        raise DownloadError(f"the server answers {code}.", where=url, hint=hints.get(code, ""))

    def _retry_after(self, response: httpx.Response) -> float:
        value = response.headers.get("retry-after", "")
        seconds = 0.0
        if re.fullmatch(r"\d+", value):
            seconds = float(value)
        elif value:
            try:
                seconds = parsedate_to_datetime(value).timestamp() - time.time()
            except ValueError:
                seconds = 0.0
        return max(0.0, min(seconds, self.limits.longest_pause_seconds))

    def _redirected(self, url: str, response: httpx.Response) -> str:
        target = urljoin(url, response.headers["location"])
        if urlsplit(target).scheme not in ("http", "https"):
            raise DownloadError(f"redirects to {target}, which is not the web.", where=url)
        return target

    def _be_polite(self, url: str) -> None:
        """Waits its turn for the host; raises when robots.txt asks to stay away."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise DownloadError("only http and https addresses can be fetched.", where=url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._wait(origin, self.limits.pause_seconds)
            self._rules[origin] = self._robots(origin)
        rules = self._rules[origin]
        if not rules.allows(url):
            raise DownloadError(
                "the publisher asks programs not to fetch this (robots.txt).",
                where=url,
                hint="Download it in a browser and give it with `corpus add FILE`.",
            )
        asked = min(rules.delay_seconds, self.limits.longest_pause_seconds)
        self._wait(origin, max(self.limits.pause_seconds, asked))

    def _wait(self, origin: str, pause: float) -> None:
        last = self._last_visit.get(origin)
        if last is not None and (left := last + pause - self._clock()) > 0:
            self._sleep(left)
        self._last_visit[origin] = self._clock()

    def _robots(self, origin: str) -> robots.Rules:
        """The site's rules; none when it has none, keep out when it cannot say (RFC 9309)."""
        url = f"{origin}/robots.txt"
        try:
            for _ in range(self.limits.redirects + 1):
                with self._client.stream("GET", url, headers=_identity({})) as response:
                    if response.has_redirect_location:
                        url = self._redirected(url, response)
                        continue
                    if response.status_code == 200:
                        return robots.parse(beginning(response, 500_000), PRODUCT)
                    if response.status_code < 500 and response.status_code != 429:
                        return robots.Rules()
                    break
        except (httpx.TimeoutException, httpx.RemoteProtocolError):
            pass
        return robots.Rules(((False, "/"),))


def _conditional(known: Version) -> dict[str, str]:
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in headers.items() if value}


def _identity(headers: dict[str, str]) -> dict[str, str]:
    """Headers of every request: who asks, and unpacked, so that pieces fit together."""
    return {
        "User-Agent": f"{PRODUCT}/1.0 (reads published policy documents; one visitor, slowly)",
        "Accept-Encoding": "identity",
        **headers,
    }
