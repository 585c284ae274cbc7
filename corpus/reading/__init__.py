"""One reader per format: a file goes in, a :class:`corpus.document.Document` comes out."""

READING_VERSION = 7
"""Raised whenever the same file gives another document: an index made by another is rebuilt."""
