"""Turns the readable sources of the sample corpus into papers that look like what a council publishes."""
