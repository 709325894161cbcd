from __future__ import annotations

from django.urls import path

from greenroom.rooms.review import views

app_name = "review"
urlpatterns = [
    path("", views.review, name="review"),
    path("next", views.onward, name="next"),
]
