"""The REST API: routers, what they depend on, and problems as RFC 9457 tells them."""
