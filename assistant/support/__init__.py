"""Does a quote carry a claim? Numbers, dates, names, polarity and content, across two languages."""
