"""Sample listings, and the demo that sends them through the gate."""
