from __future__ import annotations

from django.urls import path

from greenroom.rooms.atlas import views

app_name = "atlas"
urlpatterns = [
    path("", views.atlas, name="atlas"),
    path("concepts", views.concepts, name="concepts"),
    path("<slug:slug>/", views.method, name="method"),
]
