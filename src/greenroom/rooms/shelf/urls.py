from __future__ import annotations

from django.urls import path

from greenroom.rooms.shelf import views

app_name = "shelf"
urlpatterns = [
    path("", views.shelf, name="shelf"),
    path("find", views.find, name="find"),
    path("figure/<slug:kind>/<slug:slug>/<path:name>", views.figure, name="figure"),
]
