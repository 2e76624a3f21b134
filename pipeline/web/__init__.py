"""The web page over a library: server-rendered, read-only, on this machine unless told otherwise."""
