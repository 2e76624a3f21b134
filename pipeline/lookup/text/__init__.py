"""Text made comparable: stems, terms, sentences, and repaired words back in the stored text."""
