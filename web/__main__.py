"""``python -m web``: serve the chat."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from assistant.errors import BadSettings
from assistant.reading_settings import read_settings
from web.serving import serve


def main() -> None:
    """Reads the options and serves."""
    parser = argparse.ArgumentParser(prog="python -m web", description="Serve the Wegwijs chat.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on")
    parser.add_argument("--data", type=Path, help="folder for the index")
    parser.add_argument("--corpus", type=Path, action="append", help="folder with documents")
    options = parser.parse_args()
    given: dict[str, Any] = {}
    if options.data:
        given["data"] = options.data
    if options.corpus:
        given["corpus"] = tuple(options.corpus)
    try:
        settings = read_settings(given)
    except BadSettings as error:
        raise SystemExit(str(error)) from None
    serve(settings, host=options.host, port=options.port)


if __name__ == "__main__":
    main()
