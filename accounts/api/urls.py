"""Addresses under /api/v1/."""

from django.urls import path

from accounts.api.views import GuestView

urlpatterns = [path("guest/", GuestView.as_view(), name="guest")]
