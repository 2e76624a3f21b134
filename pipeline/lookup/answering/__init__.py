"""An answer out of what was found: statements, their proof, how sure it is, what was searched."""
