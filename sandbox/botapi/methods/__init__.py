"""The emulated methods, one module a story. What is not listed answers 501 and names itself."""

from sandbox.botapi.call import Handler
from sandbox.botapi.methods import (
    albums,
    callbacks,
    chats,
    commands,
    deleting,
    drafts,
    edits,
    ephemeral,
    files,
    forwarding,
    inline,
    invitations,
    live_locations,
    me,
    media,
    members,
    messages,
    polls,
    reactions,
    rich,
    topics,
    updates,
)

STORIES = (
    me,
    updates,
    messages,
    media,
    albums,
    rich,
    drafts,
    live_locations,
    edits,
    deleting,
    forwarding,
    ephemeral,
    callbacks,
    inline,
    polls,
    reactions,
    chats,
    members,
    invitations,
    topics,
    commands,
    files,
)

EMULATED: dict[str, Handler] = {
    name: handler for story in STORIES for name, handler in story.METHODS.items()
}
