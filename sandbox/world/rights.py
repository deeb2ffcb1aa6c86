"""What members may do: roles, administrators' rights, permissions."""

from sandbox.world.store import Json

OWNER, ADMINISTRATOR, MEMBER = "creator", "administrator", "member"
RESTRICTED, LEFT, BANNED = "restricted", "left", "kicked"
PRESENT = frozenset({OWNER, ADMINISTRATOR, MEMBER})

COMMON_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics", "can_manage_tags")
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages", "can_manage_direct_messages")
ALL_RIGHTS = COMMON_RIGHTS + GROUP_RIGHTS + CHANNEL_RIGHTS

PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
# What a plain member may do unless the chat says otherwise.
DEFAULT_PERMISSIONS: Json = {
    name: name not in {"can_change_info", "can_pin_messages", "can_manage_topics"}
    for name in PERMISSIONS
}


def rights_for(chat_type: str) -> tuple[str, ...]:
    return COMMON_RIGHTS + (CHANNEL_RIGHTS if chat_type == "channel" else GROUP_RIGHTS)


def every_right(chat_type: str) -> Json:
    return dict.fromkeys(rights_for(chat_type), True)
