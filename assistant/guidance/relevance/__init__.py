"""Which statements of the fiches belong in an answer, learnt from an adviser's judgements
(docs/relevance.md)."""
