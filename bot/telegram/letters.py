"""A post as JSON, so that it can wait in the database."""

import json
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from bot.kit.secrets import Sealed, Vault
from bot.telegram.replies import (
    Button,
    Copy,
    Disabled,
    Document,
    Link,
    Packed,
    Picture,
    Post,
    Screen,
    Share,
)


def write(post: Post) -> dict[str, Any]:
    """Keep what is shown; where it goes stands in the delivery's own columns."""
    picture, document = post.screen.picture, post.document
    return {
        "text": post.screen.text,
        "rows": [[_write_button(button) for button in row] for row in post.screen.rows],
        "picture": picture
        and {
            "sha256": picture.sha256,
            "path": str(picture.path) if picture.path else None,
            "url": picture.url,
        },
        "document": document
        and {
            "name": document.name,
            "content": b64encode(document.content).decode(),
            "path": str(document.path) if document.path else None,
            "sha256": document.sha256,
            "caption": document.caption,
        },
        "silent": post.silent,
    }


def seal(vault: Vault, letter: dict[str, Any]) -> Sealed:
    """Close a letter: it may hold an address, and waits in the database."""
    return vault.seal(json.dumps(letter))


def unseal(vault: Vault, sealed: Sealed | None) -> dict[str, Any]:
    """Raises ValueError for a letter that was sent, UnreadableSecret where the key is gone."""
    if sealed is None:
        raise ValueError("This post has been sent")
    letter: dict[str, Any] = json.loads(vault.open(sealed))
    return letter


def read_screen(letter: dict[str, Any]) -> Screen:
    picture = letter["picture"]
    return Screen(
        text=letter["text"],
        rows=tuple(tuple(_read_button(button) for button in row) for row in letter["rows"]),
        picture=picture
        and Picture(
            picture["sha256"], Path(picture["path"]) if picture["path"] else None, picture["url"]
        ),
    )


def read_document(letter: dict[str, Any]) -> Document | None:
    kept = letter["document"]
    return kept and Document(
        name=kept["name"],
        content=b64decode(kept["content"]),
        path=Path(kept["path"]) if kept["path"] else None,
        sha256=kept["sha256"],
        caption=kept["caption"],
    )


def _write_button(button: Button) -> dict[str, str]:
    match button.opens:
        case Link(url):
            kind, value = "link", url
        case Copy(text):
            kind, value = "copy", text
        case Share(query):
            kind, value = "share", query
        case Disabled():
            kind, value = "disabled", ""
        case Packed(data):
            kind, value = "tap", data
        case data:
            kind, value = "tap", data.pack()
    return {"label": button.label, kind: value}


def _read_button(kept: dict[str, str]) -> Button:
    label = kept["label"]
    if "link" in kept:
        return Button(label, Link(kept["link"]))
    if "copy" in kept:
        return Button(label, Copy(kept["copy"]))
    if "share" in kept:
        return Button(label, Share(kept["share"]))
    if "disabled" in kept:
        return Button(label, Disabled())
    return Button(label, Packed(kept["tap"]))
