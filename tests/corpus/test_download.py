"""Fetching from servers that behave, and from those that do not."""

from __future__ import annotations

import gzip
import hashlib
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from corpus.download import Downloader, DownloadLimits
from corpus.errors import DownloadError
from corpus.transfer import Version, unpacked
from tests.corpus.misbehaving_server import (
    MODIFIED,
    PDF,
    Reply,
    Site,
    bomb,
    cut_off,
    dripping,
    endless,
    good,
    in_turn,
    redirect,
    rest,
    serving,
    silent,
    status,
)

TAG = '"v1"'
OTHER = b"%PDF-2.0\n" + b"y" * 7000


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


class Pieces(httpx.SyncByteStream):
    """A body that comes in one piece."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def __iter__(self) -> Iterator[bytes]:
        yield self.body


class Clock:
    """A clock that moves when somebody sleeps, and a little whenever it is read."""

    def __init__(self, tick: float = 0.0) -> None:
        self.now = 0.0
        self.tick = tick
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def __call__(self) -> float:
        self.now += self.tick
        return self.now


def downloader(clock: Clock | None = None, **limits: float) -> Downloader:
    clock = clock or Clock()
    chosen = {"max_bytes": 100_000, "read_seconds": 0.3, "connect_seconds": 2.0, **limits}
    return Downloader(DownloadLimits.model_validate(chosen), sleep=clock.sleep, clock=clock)


def test_a_document_arrives_whole_under_its_own_suffix(site: Site, tmp_path: Path) -> None:
    site.replies["/report"] = good(ETag=TAG, Last_Modified=MODIFIED)
    seen: list[tuple[int, int | None]] = []
    with downloader() as get:
        fetched = get.fetch(
            site.url("/report"), tmp_path / "a", progress=lambda got, of: seen.append((got, of))
        )
    assert fetched is not None
    assert fetched.file == tmp_path / "a.pdf"
    assert fetched.file.read_bytes() == PDF
    assert fetched.sha256 == hashlib.sha256(PDF).hexdigest()
    assert fetched.version == Version(TAG, MODIFIED)
    assert seen[-1] == (len(PDF), len(PDF))
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]
    headers = site.asked("/report")[0]
    assert headers["user-agent"].startswith("Wegwijs/")
    assert headers["accept-encoding"] == "identity"


@pytest.mark.parametrize(
    ("kind", "body", "path", "suffix"),
    [
        ("text/html; charset=utf-8", b"<p>x</p>", "/page", ".html"),
        ("text/plain", b"x", "/note", ".txt"),
        ("application/octet-stream", PDF, "/get?id=1", ".pdf"),
        ("application/octet-stream", b"PK\x03\x04", "/a.docx", ".docx"),
        ("", PDF, "/untyped", ".pdf"),
    ],
)
def test_kinds_are_told_by_what_is_said_and_seen(
    site: Site, tmp_path: Path, kind: str, body: bytes, path: str, suffix: str
) -> None:
    site.replies[path] = good(body, kind)
    with downloader() as get:
        fetched = get.fetch(site.url(path), tmp_path / "a")
    assert fetched is not None
    assert fetched.file.name == f"a{suffix}"


@pytest.mark.parametrize(
    ("path", "reply", "said"),
    [
        ("/film", good(b"x", "video/mp4"), "kind that cannot be read"),
        ("/fake", good(b"<html>log in</html>"), "it is not"),
        ("/a.pdf", good(b"<html>log in</html>", "text/html"), "page where a document"),
        ("/blob", good(b"\x00\x01", "application/octet-stream"), "kind that cannot be read"),
        ("/nothing", good(b""), "empty"),
        ("/gone", status(410), "410"),
        ("/forbidden", status(403), "403"),
        ("/broken", status(500), "500"),
        ("/busy", status(429, Retry_After="7"), "429"),
        ("/loop", redirect("/loop"), "redirects"),
        ("/away", redirect("file:///etc/passwd"), "not the web"),
        ("/huge", good(b"x", Content_Length="1"), ""),
        ("/endless", endless(400_000), "larger than 100,000 bytes"),
        ("/bomb", bomb(50_000_000), "larger than 100,000 bytes"),
        ("/odd", good(PDF, Content_Encoding="br"), "packed as br"),
        ("/damaged", good(b"\x1f\x8b\x00garbage", Content_Encoding="gzip"), "damaged"),
    ],
)
def test_bad_answers_become_clear_errors_and_leave_no_file(
    site: Site, tmp_path: Path, path: str, reply: Reply, said: str
) -> None:
    site.replies[path] = reply
    with downloader() as get, pytest.raises(DownloadError) as caught:
        get.fetch(site.url(path), tmp_path / "a")
    assert said in caught.value.message
    assert not [p for p in tmp_path.iterdir() if not p.name.endswith((".part", ".part.json"))]


def test_a_promise_of_too_much_is_refused_before_it_comes(site: Site, tmp_path: Path) -> None:
    site.replies["/big"] = cut_off(PDF * 1000, 10)
    with downloader() as get, pytest.raises(DownloadError, match="larger than"):
        get.fetch(site.url("/big"), tmp_path / "a")
    assert list(tmp_path.iterdir()) == []
    assert len(site.asked("/big")) == 1


def test_a_bomb_is_unpacked_in_small_steps() -> None:
    packed = gzip.compress(b"0" * 10_000_000)
    response = httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=Pieces(packed))
    sizes = [len(piece) for piece in unpacked(response, step=1000)]
    assert sum(sizes) == 10_000_000
    assert max(sizes) <= 1000


def test_a_page_that_was_packed_unasked_is_unpacked(site: Site, tmp_path: Path) -> None:
    site.replies["/page"] = good(gzip.compress(b"<p>x</p>"), "text/html", Content_Encoding="gzip")
    with downloader() as get:
        fetched = get.fetch(site.url("/page"), tmp_path / "a")
    assert fetched is not None
    assert fetched.file.read_bytes() == b"<p>x</p>"


def test_a_broken_transfer_is_taken_up_where_it_stopped(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = in_turn(cut_off(PDF, 2000, ETag=TAG), rest(PDF, ETag=TAG))
    with downloader() as get:
        fetched = get.fetch(site.url("/a"), tmp_path / "a")
    assert fetched is not None
    assert fetched.resumed
    assert fetched.file.read_bytes() == PDF
    second = site.asked("/a")[1]
    assert second["if-range"] == TAG
    assert 0 < int(second["range"].removeprefix("bytes=").rstrip("-")) <= 2000


def test_what_arrived_before_is_taken_up_by_the_next_run(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = cut_off(PDF, 2000, Last_Modified=MODIFIED)
    with downloader(attempts=1) as get, pytest.raises(DownloadError, match="broke off"):
        get.fetch(site.url("/a"), tmp_path / "a")
    site.replies["/a"] = rest(PDF, Last_Modified=MODIFIED)
    with downloader() as get:
        fetched = get.fetch(site.url("/a"), tmp_path / "a")
    assert fetched is not None
    assert fetched.resumed
    assert fetched.file.read_bytes() == PDF


@pytest.mark.parametrize(
    "second",
    [good(OTHER, ETag='"v2"'), rest(PDF, shift=7, ETag=TAG)],
    ids=["changed", "wrong piece"],
)
def test_pieces_that_do_not_fit_are_never_joined(site: Site, tmp_path: Path, second: Reply) -> None:
    site.replies["/a"] = in_turn(cut_off(PDF, 2000, ETag=TAG), second, good(OTHER))
    with downloader() as get:
        fetched = get.fetch(site.url("/a"), tmp_path / "a")
    assert fetched is not None
    assert fetched.file.read_bytes() == OTHER
    assert not fetched.resumed


def test_a_transfer_without_a_version_starts_anew(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = in_turn(cut_off(PDF, 2000), good())
    with downloader() as get:
        fetched = get.fetch(site.url("/a"), tmp_path / "a")
    assert fetched is not None
    assert fetched.file.read_bytes() == PDF
    assert "range" not in site.asked("/a")[1]


def test_a_server_that_no_longer_has_the_piece_is_asked_for_all(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = in_turn(cut_off(PDF, 2000, ETag=TAG), status(416), good())
    with downloader() as get:
        fetched = get.fetch(site.url("/a"), tmp_path / "a")
    assert fetched is not None
    assert fetched.file.read_bytes() == PDF


def test_a_silent_server_is_given_up(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = silent(site)
    with downloader(attempts=2) as get, pytest.raises(DownloadError, match="silent"):
        get.fetch(site.url("/a"), tmp_path / "a")
    assert len(site.asked("/a")) == 2


def test_a_server_that_drips_is_given_up(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = dripping(site)
    with (
        downloader(Clock(tick=5.0), total_seconds=60.0) as get,
        pytest.raises(DownloadError, match="took longer than 60 seconds"),
    ):
        get.fetch(site.url("/a"), tmp_path / "a")


def test_trouble_that_passes_is_waited_out(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = in_turn(status(503, Retry_After="7"), status(500), good())
    clock = Clock()
    with downloader(clock) as get:
        assert get.fetch(site.url("/a"), tmp_path / "a") is not None
    assert 7.0 in clock.slept


def test_a_server_cannot_make_us_wait_for_ever(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = in_turn(status(429, Retry_After="86400"), good())
    clock = Clock()
    with downloader(clock, longest_pause_seconds=20.0) as get:
        assert get.fetch(site.url("/a"), tmp_path / "a") is not None
    assert max(clock.slept) == 20.0


def test_a_refusal_is_not_asked_again(site: Site, tmp_path: Path) -> None:
    with downloader() as get, pytest.raises(DownloadError, match="404"):
        get.fetch(site.url("/none"), tmp_path / "a")
    assert len(site.asked("/none")) == 1


def test_redirects_are_followed_and_the_last_address_is_told(site: Site, tmp_path: Path) -> None:
    site.replies["/old"] = redirect("/new")
    site.replies["/new"] = good()
    with downloader() as get:
        fetched = get.fetch(site.url("/old"), tmp_path / "a")
    assert fetched is not None
    assert fetched.url == site.url("/new")


def test_a_known_version_is_not_fetched_again(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = lambda handler: handler.send(304, b"", "")
    with downloader() as get:
        assert get.fetch(site.url("/a"), tmp_path / "a", known=Version(TAG, MODIFIED)) is None
    headers = site.asked("/a")[0]
    assert (headers["if-none-match"], headers["if-modified-since"]) == (TAG, MODIFIED)


def test_a_wrong_checksum_keeps_the_file_out(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = good(ETag=TAG)
    with downloader() as get, pytest.raises(DownloadError, match="checksum"):
        get.fetch(site.url("/a"), tmp_path / "a", sha256="0" * 64)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /private\n", "/private/a", False),
        ("User-agent: *\nDisallow: /private\n", "/public", True),
        ("User-agent: *\nDisallow: /\nUser-agent: wegwijs\nAllow: /\n", "/a", True),
        (404, "/a", True),
        (500, "/a", False),
    ],
)
def test_robots_txt_is_obeyed(
    site: Site, tmp_path: Path, robots: str | int, path: str, allowed: bool
) -> None:
    site.robots = robots
    site.replies[path] = good()
    with downloader() as get:
        if allowed:
            assert get.fetch(site.url(path), tmp_path / "a") is not None
        else:
            with pytest.raises(DownloadError, match="robots"):
                get.fetch(site.url(path), tmp_path / "a")
            assert site.asked(path) == []
    assert len(site.asked("/robots.txt")) == 1


def test_robots_txt_holds_after_a_redirect(site: Site, tmp_path: Path) -> None:
    site.robots = "User-agent: *\nDisallow: /private\n"
    site.replies["/open"] = redirect("/private")
    site.replies["/private"] = good()
    with downloader() as get, pytest.raises(DownloadError, match="robots"):
        get.fetch(site.url("/open"), tmp_path / "a")


def test_visits_to_one_host_are_spaced_as_it_asks(site: Site, tmp_path: Path) -> None:
    site.robots = "User-agent: *\nCrawl-delay: 4\n"
    site.replies["/a"] = site.replies["/b"] = good()
    clock = Clock()
    with downloader(clock, pause_seconds=1.0) as get:
        get.fetch(site.url("/a"), tmp_path / "a")
        get.fetch(site.url("/b"), tmp_path / "b")
    assert clock.slept == [4.0, 4.0]
    assert len(site.asked("/robots.txt")) == 1


def test_no_network_is_a_clear_message(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with downloader() as get, pytest.raises(DownloadError) as caught:
        get.fetch(f"http://127.0.0.1:{port}/a", tmp_path / "a")
    assert "no connection" in caught.value.message
    assert "corpus add" in caught.value.hint


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://x/y", "nonsense", "http://"])
def test_only_the_web_is_fetched(tmp_path: Path, url: str) -> None:
    with downloader() as get, pytest.raises(DownloadError, match="only http"):
        get.fetch(url, tmp_path / "a")


def test_the_client_is_closed(tmp_path: Path) -> None:
    client = httpx.Client()
    with Downloader(client=client):
        pass
    assert client.is_closed
