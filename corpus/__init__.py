"""What Wegwijs may know: sources, their reading, the catalogue, the fiches and the lexicon."""
