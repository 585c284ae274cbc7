"""Addresses for people: server-rendered pages."""
