"""What the platform keeps of a match. All of it lives in the `matches` database.

The truth of a match is its log: `Match.genesis` and the `Transaction`s. Every other column can be
worked out from them and stands here so that lists and clocks need no replay. No foreign key leaves
this file: a seat holds a plain user id.
"""

from django.db import models


class Match(models.Model):
    """One match. Times and durations are integer milliseconds, points in time UTC."""

    class Status(models.TextChoices):
        """Where a match stands."""

        GATHERING = "gathering"
        PLAYING = "playing"
        OVER = "over"
        VOID = "void"

    class Visibility(models.TextChoices):
        """Who finds a match: whoever has the link, or everybody in the lobby."""

        PRIVATE = "private"
        LISTED = "listed"

    id = models.CharField(primary_key=True, max_length=26, editable=False)
    status = models.CharField(max_length=9, choices=Status, default=Status.GATHERING)
    visibility = models.CharField(max_length=7, choices=Visibility, default=Visibility.PRIVATE)
    rated = models.BooleanField(default=False)

    kind = models.PositiveSmallIntegerField()
    size = models.PositiveSmallIntegerField()
    rounds = models.PositiveSmallIntegerField()
    seats = models.PositiveSmallIntegerField()
    mode = models.PositiveSmallIntegerField(default=0)
    chance = models.PositiveSmallIntegerField()
    clock_kind = models.PositiveSmallIntegerField()
    turn_ms = models.BigIntegerField(default=0)
    bank_ms = models.BigIntegerField(default=0)
    order = models.JSONField(help_text="What was asked for, to make a rematch of")

    rules_version = models.PositiveSmallIntegerField()
    rules_hash = models.BinaryField()
    genesis = models.BinaryField(help_text="Canonical bytes; sequence 0 of the log")
    secret = models.BinaryField(help_text="What the links are made from; known to nobody else")

    host_user_id = models.BigIntegerField(db_index=True, help_text="0: whoever sits down next")
    host_name = models.CharField(max_length=40)

    sequence = models.PositiveIntegerField(default=0)
    head = models.BinaryField()
    epoch = models.PositiveIntegerField(default=0)
    round = models.PositiveSmallIntegerField(default=0)
    turn_seat = models.PositiveSmallIntegerField(null=True)
    due_at = models.BigIntegerField(null=True, help_text="When the platform must act next")

    created_at = models.BigIntegerField()
    started_at = models.BigIntegerField(null=True)
    ended_at = models.BigIntegerField(null=True)
    result = models.JSONField(null=True)
    rematch_id = models.CharField(max_length=26, null=True)

    class Meta:
        verbose_name_plural = "matches"
        indexes = [
            models.Index(fields=["status", "due_at"], name="match_due"),
            models.Index(fields=["status", "visibility", "created_at"], name="match_open"),
        ]

    def __str__(self) -> str:
        return self.id


class Seat(models.Model):
    """One mayor's place, a person's or a bot's; free seats have a row too."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="places")
    number = models.PositiveSmallIntegerField()
    taken = models.BooleanField(default=False)
    ready = models.BooleanField(default=False)
    user_id = models.BigIntegerField(null=True, db_index=True)
    bot_level = models.PositiveSmallIntegerField(default=0, help_text="0 for a person")
    name = models.CharField(max_length=40, blank=True)
    colour = models.PositiveSmallIntegerField(default=0)
    seen_at = models.BigIntegerField(default=0, help_text="When a socket of the mayor last lived")
    absent = models.BooleanField(default=False, help_text="A bot plays on until the mayor is back")
    rank = models.PositiveSmallIntegerField(null=True)
    score = models.IntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["match", "number"], name="one_row_a_seat"),
            models.UniqueConstraint(fields=["match", "user_id"], name="one_seat_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.match_id} seat {self.number}"


class Transaction(models.Model):
    """One entry of a match's log. Never changed, never deleted while the match is kept."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="transactions")
    sequence = models.PositiveIntegerField()
    # SYSTEM is 255, never NULL: NULL would not take part in the uniqueness below.
    seat = models.PositiveSmallIntegerField()
    command_id = models.BinaryField(max_length=16)
    kind = models.PositiveSmallIntegerField()
    entry = models.BinaryField(help_text="Canonical bytes (docs/ledger.md)")
    head = models.BinaryField(help_text="Chain hash after this entry")
    time = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["match", "sequence"], name="one_history"),
            models.UniqueConstraint(fields=["match", "seat", "command_id"], name="once_a_command"),
        ]

    def __str__(self) -> str:
        return f"{self.match_id} #{self.sequence}"


class Snapshot(models.Model):
    """Where a match stands after an entry: a cache of what the log gives, one row a match."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="snapshots")
    sequence = models.PositiveIntegerField()
    state = models.BinaryField(help_text="zlib of the rules' canonical bytes")
    memory = models.BinaryField(help_text="zlib of what else is known (games/matches/snapshots.py)")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["match"], name="one_snapshot_a_match")]

    def __str__(self) -> str:
        return f"{self.match_id} at {self.sequence}"


class OutboxRow(models.Model):
    """Work that a commit has made due; enqueued again until its result exists."""

    class Kind(models.TextChoices):
        """What is to be done."""

        ARCHIVE = "archive"

    match = models.ForeignKey(Match, models.CASCADE, related_name="outbox")
    kind = models.CharField(max_length=16, choices=Kind)
    created_at = models.BigIntegerField()
    done_at = models.BigIntegerField(null=True)
    attempts = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["match", "kind"], name="once_a_kind_of_work")
        ]
        indexes = [
            models.Index(
                fields=["created_at"], name="work_open", condition=models.Q(done_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.match_id}"


class Archive(models.Model):
    """The finished match as one file (docs/ledger.md)."""

    match = models.OneToOneField(Match, models.CASCADE, primary_key=True, related_name="archive")
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    created_at = models.BigIntegerField()

    def __str__(self) -> str:
        return f"archive of {self.match_id}"


class ChatLine(models.Model):
    """What somebody said in a match. Not part of the log: it can be hidden and deleted."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="chat")
    seat = models.PositiveSmallIntegerField(null=True)
    user_id = models.BigIntegerField(db_index=True)
    line_id = models.BinaryField(max_length=16, help_text="The sender's id of this line")
    name = models.CharField(max_length=40)
    text = models.CharField(max_length=300)
    time = models.BigIntegerField()
    hidden_by = models.BigIntegerField(null=True)
    reported = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["match", "user_id", "line_id"], name="said_once")
        ]

    def __str__(self) -> str:
        return f"line {self.pk} in {self.match_id}"


class Setback(models.Model):
    """How often a person made an attempt to begin a match fail: `games.matches.departures`."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="setbacks")
    user_id = models.BigIntegerField()
    count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["match", "user_id"], name="one_count_each")]

    def __str__(self) -> str:
        return f"{self.match_id} user {self.user_id}"


class EndVote(models.Model):
    """A mayor's vote to end a match that others have left."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="end_votes")
    seat = models.PositiveSmallIntegerField()
    time = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["match", "seat"], name="one_vote_a_seat")]

    def __str__(self) -> str:
        return f"{self.match_id} seat {self.seat}"


class ServerProcess(models.Model):
    """A server process that takes sockets, for as long as it says so."""

    id = models.CharField(primary_key=True, max_length=32, editable=False)
    people = models.PositiveIntegerField(help_text="Who have a socket there")
    noted_at = models.BigIntegerField()

    def __str__(self) -> str:
        return self.id


class Uptime(models.Model):
    """A time in which some server process lived: `games.matches.uptime`."""

    began_at = models.BigIntegerField(unique=True)
    noted_at = models.BigIntegerField(help_text="When a server process last lived")

    def __str__(self) -> str:
        return f"{self.began_at} to {self.noted_at}"
