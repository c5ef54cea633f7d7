"""Every address: sign-in from allauth, the rest from `web`."""

from django.urls import include, path

urlpatterns = [
    path("account/mfa/", include("allauth.mfa.urls")),
    path("account/", include("allauth.account.urls")),
    path("", include("firsthand.web.urls")),
]
