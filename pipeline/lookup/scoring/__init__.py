"""`matters eval`: what is measured of answers, with intervals, and two runs compared."""
