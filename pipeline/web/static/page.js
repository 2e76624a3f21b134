// Small improvements; every page works without them.
