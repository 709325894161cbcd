"""The browser's door: settings, URLs, ASGI, base templates and the security headers."""
