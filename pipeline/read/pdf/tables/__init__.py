"""Tables on a PDF page: ruled, half ruled, and set by alignment alone."""
