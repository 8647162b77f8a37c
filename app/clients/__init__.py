"""What we call over HTTP: webhooks, vision, translation quality services."""
