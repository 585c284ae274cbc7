"""What a question is after, learnt from example questions (docs/intents.md)."""
