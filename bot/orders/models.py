from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, false, text
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from bot.catalog.models import MerchantId, ProductId, VariantId, in_language
from bot.kit import states
from bot.kit.db import ID, Model
from bot.kit.money import Currency, Money
from bot.kit.secrets import Sealed, SealedText
from bot.kit.states import Arrows
from bot.payments.models import PaymentId, Purpose, RefundId
from bot.people.models import PersonId

OrderId = NewType("OrderId", int)  # also the number that people read
OrderLineId = NewType("OrderLineId", int)
ShipmentId = NewType("ShipmentId", int)
OrderRefundId = NewType("OrderRefundId", int)

ORDER = "order"  # the kind of purpose that payments keep for us


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a purchase began: a group and its topic, or nowhere, which is the private chat."""

    group_id: int | None = None
    thread_id: int | None = None


PRIVATE = Origin()


class OrderStatus(StrEnum):
    DRAFT = "draft"  # a cart
    RESERVED = "reserved"  # stock is held while she pays
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    PLEDGED = "pledged"  # paid, and waiting for what it awaits: a group-buy to come true
    RELEASED = "released"  # that did not come true, and the money goes back
    PAID = "paid"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    REFUNDED = "refunded"  # all of it; a part is told by the lines


ARROWS: Arrows[OrderStatus] = {
    OrderStatus.DRAFT: frozenset({OrderStatus.RESERVED, OrderStatus.CANCELLED}),
    OrderStatus.RESERVED: frozenset(
        {
            OrderStatus.PAID,
            OrderStatus.PLEDGED,
            OrderStatus.EXPIRED,
            OrderStatus.CANCELLED,
        }
    ),
    # She tries again, or her money comes late and something is left.
    OrderStatus.EXPIRED: frozenset(
        {
            OrderStatus.RESERVED,
            OrderStatus.PAID,
            OrderStatus.PLEDGED,
            OrderStatus.CANCELLED,
        }
    ),
    OrderStatus.CANCELLED: frozenset({OrderStatus.PAID, OrderStatus.PLEDGED}),
    OrderStatus.PLEDGED: frozenset({OrderStatus.PAID, OrderStatus.RELEASED}),
    # Its buyer paid after her seat was dropped, and there is room.
    OrderStatus.RELEASED: frozenset({OrderStatus.PLEDGED}),
    OrderStatus.PAID: frozenset(
        {
            OrderStatus.SHIPPED,
            OrderStatus.DELIVERED,
            OrderStatus.REFUNDED,
        }  # downloads do not travel
    ),
    OrderStatus.SHIPPED: frozenset({OrderStatus.DELIVERED, OrderStatus.REFUNDED}),
    OrderStatus.DELIVERED: frozenset({OrderStatus.REFUNDED}),
    OrderStatus.REFUNDED: frozenset(),
}

BOUGHT = (
    OrderStatus.PAID,
    OrderStatus.SHIPPED,
    OrderStatus.DELIVERED,
    OrderStatus.REFUNDED,
)


class Order(Model):
    __tablename__ = "orders"
    __table_args__ = (
        Index("ix_orders_of_buyer", "buyer_id", "status", "id"),
        Index("ix_orders_of_merchant", "merchant_id", "status", "id"),
        Index(
            "uq_orders_cart",
            "buyer_id",
            unique=True,
            sqlite_where=text("status = 'draft'"),
            postgresql_where=text("status = 'draft'"),
        ),
        Index(
            "ix_orders_reserved",
            "reserved_until",
            sqlite_where=text("status = 'reserved'"),
            postgresql_where=text("status = 'reserved'"),
        ),
    )

    id: Mapped[OrderId] = mapped_column(ID, primary_key=True)
    buyer_id: Mapped[PersonId] = mapped_column(ID, ForeignKey("people.id"))
    merchant_id: Mapped[MerchantId] = mapped_column(ID, ForeignKey("merchants.id"))
    # The group's own number. Groups stand above orders, so this is no foreign key.
    group_id: Mapped[int | None]
    thread_id: Mapped[int | None]
    origin: Mapped[Origin] = composite(Origin, "group_id", "thread_id")
    currency: Mapped[Currency]
    status: Mapped[OrderStatus]
    from_cart: Mapped[bool] = mapped_column(default=False)
    needs_shipping: Mapped[bool]
    # What has to come true before it counts as sold. Kept and handed back; never read here.
    awaits_kind: Mapped[str | None]
    awaits_id: Mapped[int | None]

    shipping_code: Mapped[str | None]
    shipping_title: Mapped[str | None]  # in the buyer's language
    shipping_titles: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default="{}")
    shipping_minor: Mapped[int] = mapped_column(default=0)
    shipping_refunded: Mapped[bool] = mapped_column(default=False)
    contact: Mapped[Sealed | None] = mapped_column(SealedText)  # name, phone, e-mail, address

    payment_id: Mapped[PaymentId | None] = mapped_column(ID, ForeignKey("payments.id"))
    created_at: Mapped[datetime]
    reserved_until: Mapped[datetime | None]
    paid_at: Mapped[datetime | None]
    shipped_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]

    lines: Mapped[list["OrderLine"]] = relationship(
        back_populates="order",
        lazy="raise",
        order_by="OrderLine.id",
        cascade="all, delete-orphan",
    )
    shipments: Mapped[list["Shipment"]] = relationship(
        back_populates="order", lazy="raise", order_by="Shipment.id"
    )
    refunds: Mapped[list["OrderRefund"]] = relationship(
        back_populates="order", lazy="raise", order_by="OrderRefund.id"
    )

    def move(self, there: OrderStatus) -> None:
        self.status = states.move(ARROWS, self.status, there)

    @property
    def number(self) -> int:
        return self.id

    @property
    def purpose(self) -> Purpose:
        return Purpose(ORDER, self.id)

    @property
    def awaits(self) -> Purpose | None:
        if self.awaits_kind is None or self.awaits_id is None:
            return None
        return Purpose(self.awaits_kind, self.awaits_id)

    @property
    def is_download(self) -> bool:
        """Files are sold for Stars alone, and Stars buy nothing else."""
        return not self.needs_shipping and self.currency is Currency.XTR

    @property
    def is_handed_over(self) -> bool:
        """Things that nobody sends: one person of the group hands them out."""
        return not self.needs_shipping and not self.is_download

    @property
    def stock_key(self) -> str:
        return f"order-{self.id}"

    @property
    def deadline(self) -> datetime:
        """When the pieces stop waiting for their payment."""
        return self.reserved_until or self.created_at

    @property
    def goods(self) -> Money:
        minor = sum(line.price_minor * line.quantity for line in self.lines)
        return Money(minor, self.currency)

    @property
    def shipping(self) -> Money:
        return Money(self.shipping_minor, self.currency)

    def shipping_title_in(self, language: str) -> str:
        """Name the way it travels; empty where the merchant named none."""
        return in_language(self.shipping_titles, language) or self.shipping_title or ""

    @property
    def total(self) -> Money:
        return self.goods + self.shipping

    @property
    def quantities(self) -> dict[VariantId, int]:
        return {line.variant_id: line.quantity for line in self.lines}

    @property
    def refunded(self) -> Money:
        return Money(sum(refund.money.minor for refund in self.refunds), self.currency)

    @property
    def is_bought(self) -> bool:
        return self.status in BOUGHT

    @property
    def has_its_money(self) -> bool:
        """Another payment for it would be one too many."""
        return self.is_bought or self.status in {OrderStatus.PLEDGED, OrderStatus.RELEASED}

    @property
    def is_refunded_in_part(self) -> bool:
        return self.status is not OrderStatus.REFUNDED and bool(self.refunds)

    @property
    def left(self) -> Money:
        """What has not been given back."""
        return self.total - self.refunded

    @property
    def can_be_refunded(self) -> bool:
        return self.status in {OrderStatus.PAID, OrderStatus.SHIPPED, OrderStatus.DELIVERED}

    @property
    def can_be_paid(self) -> bool:
        return self.status is OrderStatus.RESERVED

    @property
    def can_be_delivered(self) -> bool:
        return self.status is OrderStatus.SHIPPED or (
            self.status is OrderStatus.PAID and not self.needs_shipping
        )

    @property
    def can_be_shipped(self) -> bool:
        return self.needs_shipping and self.status in {OrderStatus.PAID, OrderStatus.SHIPPED}

    @property
    def refundable_lines(self) -> Sequence["OrderLine"]:
        return [line for line in self.lines if line.kept]


class OrderLine(Model):
    """What was bought as it was called and cost at that moment, in every language it had."""

    __tablename__ = "order_lines"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="something"),
        CheckConstraint("refunded_quantity BETWEEN 0 AND quantity", name="refunded_once"),
    )

    id: Mapped[OrderLineId] = mapped_column(ID, primary_key=True)
    order_id: Mapped[OrderId] = mapped_column(ID, ForeignKey("orders.id"), index=True)
    product_id: Mapped[ProductId] = mapped_column(ID, ForeignKey("products.id"), index=True)
    variant_id: Mapped[VariantId] = mapped_column(ID, ForeignKey("variants.id"))
    title: Mapped[str]  # in the buyer's language; all that lines from before 0002 have
    titles: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default="{}")
    label: Mapped[str]  # the variant among its siblings, such as "42 / red"
    # The same with the options' names: {"size": "42", "colour": "red"}.
    option_values: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default="{}")
    sku: Mapped[str | None]
    price_minor: Mapped[int]
    currency: Mapped[Currency]
    price: Mapped[Money] = composite(Money, "price_minor", "currency")
    quantity: Mapped[int]
    refunded_quantity: Mapped[int] = mapped_column(default=0)

    order: Mapped[Order] = relationship(back_populates="lines", lazy="raise")

    @property
    def total(self) -> Money:
        return self.price * self.quantity

    @property
    def kept(self) -> int:
        """How many she has not given back."""
        return self.quantity - self.refunded_quantity

    def title_in(self, language: str) -> str:
        return in_language(self.titles, language) or self.title

    @property
    def name(self) -> str:
        return f"{self.title} – {self.label}" if self.label else self.title


class Shipment(Model):
    __tablename__ = "shipments"

    id: Mapped[ShipmentId] = mapped_column(ID, primary_key=True)
    order_id: Mapped[OrderId] = mapped_column(ID, ForeignKey("orders.id"), index=True)
    by_id: Mapped[PersonId] = mapped_column(ID)
    tracking_numbers: Mapped[list[str]] = mapped_column(JSON)  # one for every parcel
    sent_at: Mapped[datetime]

    order: Mapped[Order] = relationship(back_populates="shipments", lazy="raise")


class OrderRefund(Model):
    """What a merchant gave back, and for which pieces. The money itself is payments' affair."""

    __tablename__ = "order_refunds"

    id: Mapped[OrderRefundId] = mapped_column(ID, primary_key=True)
    order_id: Mapped[OrderId] = mapped_column(ID, ForeignKey("orders.id"), index=True)
    refund_id: Mapped[RefundId] = mapped_column(ID, ForeignKey("refunds.id"), unique=True)
    by_id: Mapped[PersonId | None] = mapped_column(ID)  # None: the shop itself
    money_minor: Mapped[int]
    currency: Mapped[Currency]
    money: Mapped[Money] = composite(Money, "money_minor", "currency")
    with_shipping: Mapped[bool]
    restocked: Mapped[bool]
    created_at: Mapped[datetime]

    order: Mapped[Order] = relationship(back_populates="refunds", lazy="raise")
    lines: Mapped[list["OrderRefundLine"]] = relationship(
        back_populates="refund", lazy="raise", order_by="OrderRefundLine.id"
    )


class OrderRefundLine(Model):
    __tablename__ = "order_refund_lines"

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    order_refund_id: Mapped[OrderRefundId] = mapped_column(
        ID, ForeignKey("order_refunds.id"), index=True
    )
    order_line_id: Mapped[OrderLineId] = mapped_column(ID, ForeignKey("order_lines.id"))
    quantity: Mapped[int]

    refund: Mapped[OrderRefund] = relationship(back_populates="lines", lazy="raise")


class RefundPlan(Model):
    """What a merchant is about to give back, while choosing on the screen."""

    __tablename__ = "refund_plans"

    order_id: Mapped[OrderId] = mapped_column(
        ID, ForeignKey("orders.id"), primary_key=True, autoincrement=False
    )
    by_id: Mapped[PersonId] = mapped_column(ID, primary_key=True, autoincrement=False)
    nth: Mapped[int]  # the how-manieth refund of the order it would be
    quantities: Mapped[dict[str, int]] = mapped_column(JSON)  # by line; replaced, never changed
    with_shipping: Mapped[bool]
    shipping_by_hand: Mapped[bool] = mapped_column(default=False, server_default=false())
    restock: Mapped[bool]
