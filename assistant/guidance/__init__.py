"""Guidance for who asks where to go: what the fiches of Wegwijs know, by country and discipline."""
