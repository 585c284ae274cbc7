"""Files that are broken, forbidden or meant to harm: a clear error, and the others go on."""

from __future__ import annotations

import os
import pickle
import zipfile
from pathlib import Path

import pytest

from corpus.document import Source
from corpus.errors import (
    EmptyDocument,
    EncryptedDocument,
    LimitExceeded,
    MalformedDocument,
    ReadingError,
    UnsupportedFormat,
)
from corpus.reading import ocr
from corpus.reading.worker import ReadingWorker
from corpus.settings import ReadingLimits
from tests.corpus.reading.made import (
    SENTENCE,
    encrypted,
    picture_only,
    raw_pdf,
    read_file,
    stream_bomb,
    write_pdf,
)

_PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>"


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".md", ".docx", ".odt", ".pptx", ".txt"])
def test_an_empty_file_says_so(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"leeg{suffix}"
    file.touch()
    with pytest.raises(EmptyDocument) as raised:
        read_file(file)
    assert raised.value.where == "leeg"
    assert raised.value.hint


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".md", ".docx", ".odt", ".pptx", ".txt"])
def test_noise_under_any_name_is_an_error_of_ours(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"ruis{suffix}"
    file.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(ReadingError):
        read_file(file)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_truncated_pdf_is_read_as_far_as_it_goes_or_refused(tmp_path: Path, share: float) -> None:
    file = write_pdf(tmp_path / "half.pdf", [[SENTENCE] * 20] * 3)
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    try:
        document = read_file(file)
    except ReadingError:
        return
    assert document.blocks


def test_a_password_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(EncryptedDocument):
        read_file(encrypted(tmp_path / "geheim.pdf", "wachtwoord"))


def test_a_pdf_that_anyone_may_open_is_read(tmp_path: Path) -> None:
    assert read_file(encrypted(tmp_path / "open.pdf", "")).blocks[0].text == SENTENCE


def test_a_scan_is_told_apart_from_an_empty_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    with pytest.raises(EmptyDocument) as raised:
        read_file(picture_only(tmp_path / "scan.pdf"))
    assert "tesseract" in raised.value.hint


def test_a_pdf_under_another_name_is_read_as_what_it_is(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "verslag.pdf").rename(tmp_path / "verslag.docx")
    assert read_file(file).blocks[0].text == SENTENCE


def test_an_unknown_ending_is_refused_with_what_is_read(tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(b"\x00\x00\x00 ftypisom")
    with pytest.raises(UnsupportedFormat, match="mp4"):
        read_file(file)


def test_a_page_tree_that_bites_its_tail_ends(tmp_path: Path) -> None:
    file = tmp_path / "lus.pdf"
    file.write_bytes(
        raw_pdf(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 5 >>",
            _PAGE,
        )
    )
    with pytest.raises(ReadingError):
        read_file(file)


def test_a_page_count_that_lies_is_no_trap(tmp_path: Path) -> None:
    file = tmp_path / "veel.pdf"
    file.write_bytes(
        raw_pdf(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>",
            _PAGE,
        )
    )
    with pytest.raises(ReadingError):
        read_file(file)


def test_an_outline_that_bites_its_tail_ends(tmp_path: Path) -> None:
    file = tmp_path / "inhoud.pdf"
    content = "BT /F1 12 Tf 72 700 Td (Steun voor gezelschappen over de grens) Tj ET"
    file.write_bytes(
        raw_pdf(
            "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Type /Outlines /First 7 0 R /Last 7 0 R >>",
            "<< /Title (Steun) /Parent 6 0 R /Next 7 0 R /First 6 0 R >>",
        )
    )
    assert read_file(file).blocks[0].text.startswith("Steun")


def test_too_many_pages_and_too_much_text_are_refused(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "lang.pdf", [[SENTENCE]] * 5)
    with pytest.raises(LimitExceeded, match="5 pages"):
        read_file(file, ReadingLimits(max_pages=4))
    with pytest.raises(LimitExceeded, match="characters"):
        read_file(file, ReadingLimits(max_characters=100))
    with pytest.raises(LimitExceeded):
        read_file(file, ReadingLimits(max_bytes=100))


def test_a_package_out_of_all_proportion_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "bom.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w>" + b" " * 120_000_000 + b"</w>")
    with pytest.raises(LimitExceeded):
        read_file(file)


def test_entities_that_grow_and_files_that_are_fetched_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("zeer geheim")
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    body = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "aaaaaaaaaa">{entities}'
        f'<!ENTITY f SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&f; &a9;</w:t></w:r></w:p></w:body></w:document>"
    )
    kinds = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="'
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>"
    )
    file = tmp_path / "lach.docx"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("[Content_Types].xml", kinds)
        package.writestr("_rels/.rels", relations)
        package.writestr("word/document.xml", body)
    try:
        document = read_file(file)
    except ReadingError:
        return
    assert "geheim" not in document.page(1).text
    assert len(document.page(1).text) < 10_000


def test_html_nested_without_end_is_read_or_refused(tmp_path: Path) -> None:
    file = tmp_path / "diep.html"
    depth = 30_000
    file.write_text(f"<html><body>{'<div>' * depth}{SENTENCE}{'</div>' * depth}</body></html>")
    try:
        document = read_file(file)
    except ReadingError:
        return
    assert SENTENCE in document.page(1).text


def test_scripts_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "script.html"
    file.write_text(
        f"<html><body><article><h1>Steun</h1><p>{SENTENCE}</p>"
        "<script>document.write('kwaad')</script><p onclick='kwaad()'>Tot daar.</p>"
        "</article></body></html>"
    )
    assert "kwaad" not in read_file(file).page(1).text


def test_a_link_that_points_nowhere_or_to_itself_is_an_error_of_ours(tmp_path: Path) -> None:
    nowhere, loop = tmp_path / "weg.pdf", tmp_path / "lus.pdf"
    nowhere.symlink_to(tmp_path / "bestaat-niet.pdf")
    loop.symlink_to(loop)
    for file in (nowhere, loop):
        with pytest.raises(ReadingError):
            read_file(file)


def test_a_folder_or_a_pipe_under_a_files_name_is_refused(tmp_path: Path) -> None:
    folder, pipe = tmp_path / "map.pdf", tmp_path / "pijp.pdf"
    folder.mkdir()
    os.mkfifo(pipe)
    for file in (folder, pipe):
        with pytest.raises(ReadingError):
            read_file(file)


def test_names_with_odd_signs_are_read(tmp_path: Path) -> None:
    for name in ("a'b\"c.pdf", "..%2f..%2fetc.pdf", "nieuwe\nregel.pdf", "ünïcode – è.pdf"):
        assert read_file(write_pdf(tmp_path / name)).blocks


@pytest.fixture(scope="module")
def worker() -> ReadingWorker:
    return ReadingWorker()


def test_a_worker_hands_on_documents_and_errors_and_goes_on(
    worker: ReadingWorker, tmp_path: Path
) -> None:
    good = write_pdf(tmp_path / "goed.pdf")
    bad = tmp_path / "slecht.pdf"
    bad.write_bytes(b"%PDF-1.7 en verder niets")
    with pytest.raises(MalformedDocument) as raised:
        worker.read(Source("slecht", "", bad))
    assert raised.value.where == "slecht"
    assert worker.read(Source("goed", "", good)).blocks[0].text == SENTENCE


@pytest.mark.slow
def test_a_worker_stops_what_takes_too_long_and_goes_on(
    worker: ReadingWorker, tmp_path: Path
) -> None:
    slow = tmp_path / "traag.pdf"
    slow.write_bytes(stream_bomb(200))
    limits = ReadingLimits(timeout_seconds=0.05)
    with pytest.raises(LimitExceeded):
        worker.read(Source("traag", "", slow), limits)
    good = write_pdf(tmp_path / "goed.pdf")
    assert worker.read(Source("goed", "", good)).blocks


@pytest.mark.slow
def test_a_worker_survives_what_takes_too_much_memory(
    worker: ReadingWorker, tmp_path: Path
) -> None:
    bomb = tmp_path / "bom.pdf"
    bomb.write_bytes(stream_bomb(900))
    with pytest.raises(ReadingError):
        worker.read(Source("bom", "", bomb), ReadingLimits(memory_bytes=700_000_000))
    good = write_pdf(tmp_path / "goed.pdf")
    assert worker.read(Source("goed", "", good)).blocks
    worker.close()


def test_errors_travel_whole() -> None:
    error = LimitExceeded("Te lang.", where="verslag", hint="Splits het.", retryable=True)
    same = pickle.loads(pickle.dumps(error))
    assert (type(same), same.message, same.where, same.hint, same.retryable) == (
        LimitExceeded, "Te lang.", "verslag", "Splits het.", True,
    )  # fmt: skip
