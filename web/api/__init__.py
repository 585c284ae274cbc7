"""Addresses for programs: JSON, server-sent events, OpenAI shapes."""
