"""Answers worded by a language model, each claim checked against its quotes before it is shown."""
