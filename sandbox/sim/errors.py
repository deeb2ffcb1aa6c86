"""A refusal on the person's side."""


class SimError(Exception):
    """``status`` is the HTTP status of the face; the text is one sentence."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


def unknown(what: str) -> SimError:
    return SimError(404, f"there is no {what}")


def not_allowed(text: str) -> SimError:
    return SimError(403, text)


def wrong(text: str) -> SimError:
    return SimError(400, text)
