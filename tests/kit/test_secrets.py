import pytest
import sqlalchemy as sa

from bot.kit.db import Model
from bot.kit.secrets import UnreadableSecret, Vault, rotate
from bot.payments.models import GatewayAccount, PayeeId
from tests.fakes import NOON

OLD, NEW = Vault.new_key(), Vault.new_key()


def test_what_is_sealed_can_be_opened_and_says_nothing():
    vault = Vault([OLD])

    sealed = vault.seal("Lindenstraße 7")

    assert "Linden" not in sealed
    assert vault.open(sealed) == "Lindenstraße 7"


def test_an_older_key_still_opens():
    sealed = Vault([OLD]).seal("Lindenstraße 7")

    assert Vault([NEW, OLD]).open(sealed) == "Lindenstraße 7"
    assert not Vault([NEW, OLD]).is_current(sealed)


@pytest.mark.parametrize("spoil", [lambda sealed: sealed[:-4] + "AAAA", lambda _: "nonsense"])
def test_what_somebody_changed_is_refused(spoil):
    vault = Vault([OLD])

    with pytest.raises(UnreadableSecret):
        vault.open(spoil(vault.seal("x")))


def test_a_key_that_is_none_is_named_as_such():
    with pytest.raises(ValueError, match="32 bytes"):
        Vault(["password"])
    with pytest.raises(ValueError, match="at least one"):
        Vault([])


async def test_after_a_rotation_the_old_key_may_be_thrown_away(session):
    old = Vault([OLD])
    session.add(
        GatewayAccount(payee_id=PayeeId(1), provider_token=old.seal("1:TEST:x"), since=NOON)
    )
    await session.flush()
    both = Vault([NEW, OLD])

    assert await rotate(session, both, Model.metadata) == 1
    assert await rotate(session, both, Model.metadata) == 0

    sealed = await session.scalar(sa.select(GatewayAccount.provider_token))
    assert Vault([NEW]).open(sealed) == "1:TEST:x"
