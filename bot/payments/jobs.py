from bot.payments.comparing.reconciler import MoneyReconciler
from bot.payments.connect.checker import ConnectChecker
from bot.payments.costs.looker import CostLooker
from bot.payments.expiring import PaymentExpirer
from bot.payments.heard import HeardEvents
from bot.payments.holds.reconciling import HoldReconciler
from bot.payments.holds.settler import HoldSettler
from bot.payments.settling import RefundSettler


async def expire_payments(expirer: PaymentExpirer) -> None:
    await expirer.expire_due()


async def settle_refunds(settler: RefundSettler) -> None:
    await settler.settle_due()


async def settle_holds(settler: HoldSettler) -> None:
    await settler.settle_due()


async def compare_holds(reconciler: HoldReconciler) -> None:
    await reconciler.compare()


async def compare_money(reconciler: MoneyReconciler) -> None:
    await reconciler.compare()


async def check_connected_accounts(checker: ConnectChecker) -> None:
    await checker.check_due()


async def look_at_costs(looker: CostLooker) -> None:
    await looker.look_due()


async def forget_old_gateway_events(heard: HeardEvents) -> None:
    await heard.forget_old()
