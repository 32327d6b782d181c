from django.contrib.auth.views import LoginView
from django.urls import path

from county import views

urlpatterns = [
    path("sign-in", LoginView.as_view(template_name="sign_in.html")),
    path("child/<uuid:child>", views.child),
    path("child/<uuid:child>/visit", views.visit),
    path("team", views.team),
    path("figures", views.figures),
]
