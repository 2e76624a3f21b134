"""What a question asks: what is wanted, of whom, when, and in which words."""
