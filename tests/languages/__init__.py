"""Languages nobody speaks, made from the English: longer, with accents; and mirrored. For tests alone."""
