"""Pictures from addresses: what is opened, what is not, and how much of it."""

import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext, create_default_context

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.catalog.models import PictureTrouble
from bot.catalog.pictures.source import PictureBusy, PictureLost
from bot.web.pictures import AddressedPictures, is_public

NAME = "pictures.example"
LIMIT = 100_000
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Phonebook(AbstractResolver):
    """Every name stands for one address."""

    def __init__(self, address: str) -> None:
        self._address = address
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        return [
            ResolveResult(
                hostname=host, host=self._address, port=port, family=family, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        """Nothing is open."""


@pytest.fixture(scope="module")
def seal(tmp_path_factory) -> tuple[Path, Path]:
    """A certificate for our name, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)  # noqa: TID251 -- TLS looks at the real clock
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("seal")
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return folder / "cert.pem", folder / "key.pem"


class House:
    """A web server under our name, and a fetcher that finds it."""

    def __init__(self, server: TestServer, trust: SSLContext) -> None:
        self.server = server
        self._trust = trust
        self.pages: dict[str, web.Response] = {}

    def at(self, path: str) -> str:
        return f"https://{NAME}:{self.server.port}{path}"

    async def fetch(self, url: str, *, guarded: bool = False) -> bytes:
        pictures = AddressedPictures(
            may_reach=is_public if guarded else lambda address: address.is_loopback,
            resolver=Phonebook("127.0.0.1"),
            ssl=self._trust,
        )
        return await pictures.fetch(url, LIMIT)


@pytest.fixture
async def house(seal: tuple[Path, Path]) -> AsyncIterator[House]:
    certificate, key = seal
    serving = SSLContext(PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificate, key)

    async def answer(request: web.Request) -> web.Response:
        page = home.pages.get(request.path, web.Response(status=404))
        # One response can be sent once; a page may be asked for again.
        return web.Response(status=page.status, headers=page.headers, body=page.body)

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    server = TestServer(app, scheme="https")
    home = House(server, create_default_context(cafile=str(certificate)))
    await server.start_server(ssl=serving)
    yield home
    await server.close()


def picture(body: bytes = b"red", kind: str = "image/jpeg") -> web.Response:
    return web.Response(body=body, content_type=kind)


def redirect(there: str) -> web.Response:
    return web.Response(status=302, headers={"Location": there})


async def trouble_of(fetched: Awaitable[bytes]) -> PictureTrouble:
    with pytest.raises(PictureLost) as lost:
        await fetched
    return lost.value.trouble


async def test_a_picture_is_fetched(house: House):
    house.pages["/1.jpg"] = picture()

    assert await house.fetch(house.at("/1.jpg")) == b"red"


async def test_a_redirect_is_followed(house: House):
    house.pages["/old.jpg"] = redirect("/1.jpg")
    house.pages["/1.jpg"] = picture()

    assert await house.fetch(house.at("/old.jpg")) == b"red"


async def test_redirects_that_never_end_are_given_up(house: House):
    house.pages["/round.jpg"] = redirect("/round.jpg")

    assert await trouble_of(house.fetch(house.at("/round.jpg"))) is PictureTrouble.GONE


@pytest.mark.parametrize(
    "there",
    [
        "http://pictures.example/1.jpg",
        "file:///etc/passwd",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/1.jpg",
        "https://[::1]/1.jpg",
        "https://[::ffff:127.0.0.1]/1.jpg",
        "https://me:secret@pictures.example/1.jpg",
    ],
)
async def test_only_what_everybody_can_reach_is_opened(house: House, there: str):
    house.pages["/old.jpg"] = redirect(there)

    assert await trouble_of(house.fetch(there, guarded=True)) is PictureTrouble.ADDRESS
    if "127.0.0.1" not in there and "::1" not in there:  # the house itself stands there
        assert await trouble_of(house.fetch(house.at("/old.jpg"))) is PictureTrouble.ADDRESS


async def test_a_name_that_stands_for_our_own_house_is_not_opened(house: House):
    house.pages["/1.jpg"] = picture()

    fetched = house.fetch(house.at("/1.jpg"), guarded=True)

    assert await trouble_of(fetched) is PictureTrouble.ADDRESS


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (web.Response(status=404), PictureTrouble.GONE),
        (picture(b"<html>", "text/html"), PictureTrouble.KIND),
        (picture(b"x" * (LIMIT + 1)), PictureTrouble.LARGE),
    ],
)
async def test_what_is_no_picture_of_ours_is_left_there(house: House, answer, trouble):
    house.pages["/1.jpg"] = answer

    assert await trouble_of(house.fetch(house.at("/1.jpg"))) is trouble


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_who_is_busy_is_asked_later(house: House, status: int):
    house.pages["/1.jpg"] = web.Response(status=status)

    with pytest.raises(PictureBusy):
        await house.fetch(house.at("/1.jpg"))


async def test_who_is_not_there_is_asked_later(house: House):
    address = house.at("/1.jpg")
    await house.server.close()

    with pytest.raises(PictureBusy):
        await house.fetch(address)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 -- refused, not listened on
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::1", False),
    ],
)
def test_public_is_what_everybody_can_reach(address: str, public: bool):
    assert is_public(ip_address(address)) is public
