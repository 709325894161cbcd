"""Every room has its own urls; here is where their doors are."""

from __future__ import annotations

from django.contrib.auth import views as auth
from django.urls import include, path

from greenroom.jobs.live import stream
from greenroom.web import views

urlpatterns = [
    path("healthz", views.health, name="health"),
    path("language", views.set_language, name="set-language"),
    path("styleguide", views.styleguide, name="styleguide"),
    path("login", auth.LoginView.as_view(template_name="web/login.html"), name="login"),
    path("logout", auth.LogoutView.as_view(), name="logout"),
    path("live/<path:name>", stream, name="live"),
    path("", include("greenroom.rooms.today.urls")),
    path("shelf/", include("greenroom.rooms.shelf.urls")),
    path("theory/", include("greenroom.rooms.theory.urls")),
    path("drill/", include("greenroom.rooms.drill.urls")),
    path("atlas/", include("greenroom.rooms.atlas.urls")),
    path("memory/", include("greenroom.rooms.review.urls")),
    path("", include("greenroom.rooms.coding.urls")),
]
