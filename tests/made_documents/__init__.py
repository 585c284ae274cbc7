"""Made documents of the kinds that users add, to ask questions about wherever the tests run."""
