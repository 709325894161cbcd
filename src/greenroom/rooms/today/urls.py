from __future__ import annotations

from django.urls import path

from greenroom.rooms.today import views

app_name = "today"
urlpatterns = [
    path("", views.today, name="today"),
    path("welcome", views.welcome, name="welcome"),
    path("settings", views.settings, name="settings"),
    path("settings/theme", views.theme, name="theme"),
    path("settings/interview/<int:pk>/drop", views.drop_interview, name="drop-interview"),
]
