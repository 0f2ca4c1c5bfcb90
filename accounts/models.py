"""Who plays."""

import secrets
from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from accounts import names
from games.protocol import ids

COLOURS = 8  # a person's own colour is a number below this; the client knows how it looks


def new_public_id() -> str:
    """An id that can be shown to everybody and tells nothing, not even the order of accounts."""
    return ids.write(secrets.token_bytes(ids.ID_BYTES))


def any_colour() -> int:
    """The colour of somebody who has chosen none."""
    return secrets.randbelow(COLOURS)


def today() -> date:
    """The day now, UTC."""
    return timezone.now().date()


class UserManager(BaseUserManager["User"]):
    """Makes accounts. What a guest is given is decided in `accounts.guests`."""

    def create_user(self, *, password: str | None = None, **fields: Any) -> "User":
        """A new account; without a password nobody can log in to it by one."""
        # No e-mail is NULL, of which there may be many; an empty text would be one account's own.
        fields["email"] = (fields.get("email") or "").strip().lower() or None
        fields.setdefault("display_name", names.made_up())
        user = self.model(**fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user

    def create_superuser(self, *, email: str, password: str, **fields: Any) -> "User":
        """An account that may do everything in the admin."""
        return self.create_user(
            email=email, password=password, is_staff=True, is_superuser=True, **fields
        )

    def by_email(self, email: str) -> "User | None":
        """The account with this e-mail, however its letters are written."""
        return self.filter(email__iexact=email.strip()).first()


class User(AbstractBaseUser, PermissionsMixin):
    """One account. A guest who signs up keeps this row, and with it the matches played."""

    class Kind(models.TextChoices):
        """What an account is."""

        GUEST = "guest"
        PERSON = "person"
        BOT = "bot"

    public_id = models.CharField(
        max_length=ids.WRITTEN, unique=True, editable=False, default=new_public_id
    )
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.PERSON)
    display_name = models.CharField(max_length=names.MOST_CODE_POINTS, help_text="Not unique")
    colour = models.PositiveSmallIntegerField(default=any_colour)
    email = models.EmailField(null=True, blank=True)
    locale = models.CharField(max_length=16, default="en")
    time_zone = models.CharField(max_length=64, default="UTC")
    date_joined = models.DateTimeField(default=timezone.now, editable=False)
    seen_on = models.DateField(
        default=today, editable=False, help_text="Day (UTC) of the last visit, for guests"
    )
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_staff = models.BooleanField(default=False, help_text="May log in to the admin")
    is_active = models.BooleanField(default=True, help_text="Off: may not log in")

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "public_id"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["email"]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_account_an_email"),
            models.CheckConstraint(condition=models.Q(colour__lt=COLOURS), name="known_colour"),
        ]
        indexes = [
            models.Index(fields=["kind", "date_joined"], name="accounts_of_a_kind"),
            models.Index(fields=["kind", "seen_on"], name="accounts_last_seen"),
        ]

    def __str__(self) -> str:
        return f"{self.display_name} ({self.public_id})"
