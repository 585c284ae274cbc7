"""Documents made with the truth known from their source, and how well they are read."""
