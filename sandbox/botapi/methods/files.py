"""Asking where a file is, and profile pictures."""

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.media import MEGABYTE, photo_size
from sandbox.world.store import Json

LARGEST_DOWNLOAD = 20 * MEGABYTE


async def get_file(call: Call) -> Json:
    file = call.world.files.find(call.parameters["file_id"])
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": file.path,
    }


async def get_user_profile_photos(call: Call) -> Json:
    account = call.world.people.find(int(call.parameters["user_id"]))
    if account is None:
        raise bad_request("user not found")
    photo = call.world.files.find(str(account.doc.get("photo", "")))
    photos = [] if photo is None else [[photo_size(photo)]]
    return {"total_count": len(photos), "photos": photos}


METHODS: Methods = {"getFile": get_file, "getUserProfilePhotos": get_user_profile_photos}
