"""The chat for people and the API for programs."""
