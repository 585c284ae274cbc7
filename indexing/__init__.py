"""From documents to something that can be searched."""
