"""One reader per format: a file goes in, a :class:`corpus.document.Document` comes out."""
