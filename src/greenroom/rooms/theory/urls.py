from __future__ import annotations

from django.urls import path

from greenroom.rooms.theory import views

app_name = "theory"
urlpatterns = [
    path("preview", views.preview, name="preview"),
    path("answer/<int:pk>/", views.graded, name="graded"),
    path("answer/<int:pk>/reply", views.reply, name="reply"),
    path("answer/<int:pk>/dispute", views.dispute, name="dispute"),
    path("voice", views.voice, name="voice"),
    path("<slug:slug>/", views.question, name="question"),
    path("<slug:slug>/draft", views.draft, name="draft"),
    path("<slug:slug>/answer", views.answer, name="answer"),
]
