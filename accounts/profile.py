"""What an account shows of itself, and changing it."""

from accounts.models import User, today


def change(user: User, *, name: str | None = None, colour: int | None = None) -> None:
    """Show the account by another name or colour. The name is one that `names.clean` returned."""
    changed = []
    if name is not None and name != user.display_name:
        user.display_name = name
        changed.append("display_name")
    if colour is not None and colour != user.colour:
        user.colour = colour
        changed.append("colour")
    if changed:
        user.save(update_fields=changed)


def seen(user: User) -> None:
    """Note that the account's owner was here today; one write a day."""
    if user.seen_on != today():
        user.seen_on = today()
        user.save(update_fields=["seen_on"])
