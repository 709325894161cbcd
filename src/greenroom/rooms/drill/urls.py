from __future__ import annotations

from django.urls import path

from greenroom.rooms.drill import views

app_name = "drill"
urlpatterns = [
    path("<slug:slug>/", views.question, name="question"),
    path("<slug:slug>/another", views.another, name="another"),
    path("<slug:slug>/answer/<int:pk>", views.answer, name="answer"),
    path("<slug:slug>/give-up/<int:pk>", views.give_up, name="give-up"),
]
