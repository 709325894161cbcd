from __future__ import annotations

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from greenroom.rooms.coding import views


class Kind(StringConverter):
    """The kinds of item that this room is for."""

    regex = "coding|debug"


register_converter(Kind, "kind")
app_name = "coding"
urlpatterns = [
    path("submission/<int:pk>/", views.submission, name="submission"),
    path("submission/<int:pk>/closer", views.closer_look, name="closer"),
    path("settings/keys", views.keymap, name="keymap"),
    path("<kind:kind>/<slug:slug>/", views.room, name="room"),
    path("<kind:kind>/<slug:slug>/draft", views.draft, name="draft"),
    path("<kind:kind>/<slug:slug>/submit", views.submit, name="submit"),
    path("<kind:kind>/<slug:slug>/timer", views.timer, name="timer"),
    path("<kind:kind>/<slug:slug>/history", views.history, name="history"),
    path("<kind:kind>/<slug:slug>/compare", views.comparison, name="compare"),
    path("<kind:kind>/<slug:slug>/examples", views.examples, name="examples"),
    path("<kind:kind>/<slug:slug>/status", views.status, name="status"),
    path("<kind:kind>/<slug:slug>/hints", views.hints, name="hints"),
    path("<kind:kind>/<slug:slug>/editorial", views.editorial, name="editorial"),
]
