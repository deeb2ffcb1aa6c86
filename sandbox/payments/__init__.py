"""Invoices, checkouts, test cards, Stars, refunds, and an audit of every movement of money."""

from sandbox.payments.installing import Payments, install

__all__ = ["Payments", "install"]
