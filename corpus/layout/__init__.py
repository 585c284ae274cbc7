"""Pure rules over positioned text: from words on pages to the blocks of a document."""
