"""`python manage.py createsuperuser`: an account for the admin."""

import getpass
import os
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts import names
from accounts.models import User


class Command(BaseCommand):
    """Django's own asks for the public id, which nobody chooses."""

    help = "Make an account that may do everything in the admin; asks for an e-mail and a password."

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be given beforehand."""
        parser.add_argument("--email", help="asked for if missing")
        parser.add_argument("--name", help="the name that is shown; made up if missing")
        parser.add_argument(
            "--noinput",
            action="store_true",
            help="ask nothing; the password is the variable DJANGO_SUPERUSER_PASSWORD",
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Make it. Raises CommandError with what is wrong."""
        if options["noinput"]:
            email = options["email"] or ""
            password = os.environ.get("DJANGO_SUPERUSER_PASSWORD", "")
        else:
            email = options["email"] or input("E-mail: ")
            password = getpass.getpass()
            if password != getpass.getpass("Password (again): "):
                raise CommandError("the passwords differ")
        if not email:
            raise CommandError("an e-mail is needed")
        name = options["name"]
        try:
            shown = names.made_up() if name is None else names.clean(name)
            validate_password(password, User(email=email, display_name=shown))
            user = User.objects.create_superuser(email=email, password=password, display_name=shown)
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        except names.BadName as bad:
            raise CommandError(f"the name is {bad.code.replace('_', ' ')}") from bad
        self.stdout.write(f"Made {user}; sign in at /admin/ with the e-mail.")
