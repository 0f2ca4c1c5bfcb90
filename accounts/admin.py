"""Accounts in the admin."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm

from accounts import names
from accounts.models import User


def _clean_name(form: forms.BaseForm) -> str:
    try:
        return names.clean(form.cleaned_data["display_name"])
    except names.BadName as bad:
        raise forms.ValidationError(f"The name is {bad.code.replace('_', ' ')}.") from bad


def _clean_email(form: forms.BaseForm) -> str | None:
    return (form.cleaned_data["email"] or "").strip().lower() or None


class ChangeForm(UserChangeForm):  # type: ignore[type-arg]
    """Changing an account; the same names as everywhere."""

    def clean_display_name(self) -> str:
        """The name as it is kept."""
        return _clean_name(self)

    def clean_email(self) -> str | None:
        """None for no e-mail."""
        return _clean_email(self)


class CreationForm(AdminUserCreationForm):  # type: ignore[type-arg]
    """A new account with a password."""

    class Meta:
        model = User
        fields = ("email", "display_name")
        field_classes: ClassVar[dict[str, Any]] = {}

    def clean_display_name(self) -> str:
        """The name as it is kept."""
        return _clean_name(self)

    def clean_email(self) -> str | None:
        """None for no e-mail."""
        return _clean_email(self)


@admin.register(User)
class UserAdmin(DjangoUserAdmin):  # type: ignore[type-arg]
    """Search, filter and look after accounts."""

    form = ChangeForm
    add_form = CreationForm
    list_display = ("display_name", "public_id", "kind", "email", "is_active", "date_joined")
    list_filter = ("kind", "is_active", "is_staff", "date_joined")
    search_fields = ("public_id", "display_name", "email")
    ordering = ("-date_joined",)
    readonly_fields = ("public_id", "date_joined", "last_login", "seen_on", "deleted_at")
    fieldsets = (
        (None, {"fields": ("public_id", "kind", "display_name", "colour")}),
        ("Signing in", {"fields": ("email", "password", "is_active")}),
        ("Place", {"fields": ("locale", "time_zone")}),
        ("Staff", {"fields": ("is_staff", "is_superuser", "groups", "user_permissions")}),
        ("Times", {"fields": ("date_joined", "last_login", "seen_on", "deleted_at")}),
    )
    add_fieldsets = (
        (None, {"fields": ("email", "display_name", "usable_password", "password1", "password2")}),
    )
