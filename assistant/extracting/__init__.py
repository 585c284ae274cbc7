"""Passages to claims without a language model: sentences, figures, dates, names, lists, tables."""
