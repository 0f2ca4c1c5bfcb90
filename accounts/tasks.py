"""What is done about accounts without anybody asking."""

from celery import shared_task
from django.contrib.sessions.models import Session
from django.utils import timezone

AT_ONCE = 500  # rows a transaction: nobody should wait long for the one that writes


@shared_task
def forget_ended_sessions() -> int:
    """Delete the sessions that have run out; returns how many. Whose session it was keeps all."""
    deleted = 0
    while True:
        ended = Session.objects.filter(expire_date__lt=timezone.now())
        keys = list(ended.values_list("session_key", flat=True)[:AT_ONCE])
        if not keys:
            return deleted
        deleted += Session.objects.filter(session_key__in=keys).delete()[0]
