"""Why the platform does not do what was asked."""


class Refused(Exception):
    """Something that is not done; nothing has changed.

    code: of games.protocol.codes. rejection: the rules' own code where they refused (else None),
    need and have: the two figures behind it. detail: a few words for logs and programs.
    """

    def __init__(
        self,
        code: int,
        detail: str = "",
        *,
        rejection: int | None = None,
        need: int = 0,
        have: int = 0,
    ) -> None:
        super().__init__(f"{code} {detail}".strip())
        self.code = code
        self.detail = detail
        self.rejection = rejection
        self.need = need
        self.have = have
