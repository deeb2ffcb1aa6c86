"""Changing the key for personal data, on both databases."""

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.kit.clock import SystemClock
from bot.kit.db import synchronous
from bot.kit.secrets import Sealed, UnreadableSecret, Vault
from bot.payments.models import GatewayAccount, PayeeId
from tests.cli import make
from tests.cli.conftest import Tuan

NEW_KEY = Vault.new_key()


def test_rotation_seals_again_and_the_old_key_may_go(
    shop: Tuan, empty_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = sa.create_engine(synchronous(empty_database_url))
    with Session(engine) as session:
        session.add(_account(Vault([make.KEY]).seal("1:TEST:provider")))
        session.commit()
    monkeypatch.setenv("PII_KEY", f"{NEW_KEY}, {make.KEY}")

    said = shop("rotate")

    with Session(engine) as session:
        sealed = session.scalars(sa.select(GatewayAccount.provider_token)).one()
    engine.dispose()
    assert said == ["1 sealed again. Keys after the first may now be taken out of PII_KEY."]
    assert Vault([NEW_KEY]).open(sealed) == "1:TEST:provider"
    with pytest.raises(UnreadableSecret):
        Vault([make.KEY]).open(sealed)
    assert shop("rotate")[0].startswith("0 sealed again.")

    monkeypatch.setenv("PII_KEY", make.KEY)
    [sentence] = shop("rotate", expect=1)
    assert sentence.endswith("put the key that sealed it behind the new one in PII_KEY.")


def test_what_is_no_key_rotates_nothing(tuan: Tuan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PII_KEY", "secret")

    assert tuan("rotate", expect=1) == ["PII_KEY is not a key. Make one: tuan doctor --new-key"]


def _account(provider_token: Sealed) -> GatewayAccount:
    return GatewayAccount(
        payee_id=PayeeId(1), provider_token=provider_token, since=SystemClock().now()
    )
