"""The headers every answer carries, and who may talk to this server."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseForbidden
from django.http.request import split_domain_port, validate_host
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from greenroom.web.config import config

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), payment=(), usb=()",
}
Handler = Callable[[HttpRequest], HttpResponseBase]


class HeadersMiddleware:
    """Put HEADERS on what Django answers, and forbid storing pages, which hold a person's answers."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class SameSiteMiddleware:
    """In solo mode there is no login, so another site's page must not be able to use the browser as its hand.

    A browser says where a request comes from (Sec-Fetch-Site, Origin). Links from elsewhere may open a page; anything else
    from another origin is refused. ALLOWED_HOSTS refuses names that were rebound to this machine.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if config().mode == "solo" and _foreign(request):
            return HttpResponseForbidden(_("This request came from another site."), content_type="text/plain")
        return self.get_response(request)


def _foreign(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin")
    if origin and origin != f"{request.scheme}://{request.get_host()}":
        return True
    opens_page = request.method in {"GET", "HEAD"} and request.headers.get("Sec-Fetch-Mode") == "navigate"
    return request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"} and not opens_page


class StaticGuard:
    """For the static files, which are served in front of Django: its check of the host's name, and HEADERS.

    Files under built/ have fingerprints in their names, so they may be kept for ever.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(settings.STATIC_URL):
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                forever = scope["path"].startswith(f"{settings.STATIC_URL}built/") and message["status"] == 200
                extra = HEADERS | ({"Cache-Control": "public, max-age=31536000, immutable"} if forever else {})
                message["headers"] = [
                    *message["headers"],
                    *((k.lower().encode(), v.encode()) for k, v in extra.items()),
                ]
            await send(message)

        host = split_domain_port(Headers(scope=scope).get("host", ""))[0]
        known = validate_host(host, settings.ALLOWED_HOSTS)
        await (self.app if known else PlainTextResponse("Unknown host", 400))(scope, receive, with_headers)
