from __future__ import annotations

from django.urls import path

from greenroom.rooms.atlas import views

app_name = "atlas"
urlpatterns = [
    path("", views.atlas, name="atlas"),
    path("concepts", views.concepts, name="concepts"),
    path("recalled/<int:pk>/", views.recalled, name="recalled"),
    path("<slug:slug>/", views.method, name="method"),
    path("<slug:slug>/recall/", views.recall, name="recall"),
    path("<slug:slug>/recall/draft", views.recall_draft, name="recall-draft"),
    path("<slug:slug>/recall/answer", views.recall_answer, name="recall-answer"),
]
