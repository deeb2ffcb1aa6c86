payments-command-paysupport = Help with a payment

payments-support =
    <b>Help with a payment</b>

    /orders shows what you bought and what was given back. If you were charged twice, the second charge goes back by itself.

    A refund is decided by the merchant: open the order; it says how to reach the merchant. Once granted, card payments take 5 to 10 days to reach your bank, Stars come back at once.

    Telegram’s own support cannot help with purchases made here. If the merchant does not answer, see /support.

payments-surplus-returned = You were charged <b>{ $money }</b> that you did not owe. It is on its way back to you; you need not do anything.

payments-refund-failed =
    ⚠️ <b>A refund did not go through.</b>
    { $money }, refund number { $refund }. The gateway says: { $trouble }.
    The buyer is still owed the money. Check the merchant’s gateway account, then try again.
payments-refund-retry-button = Try again
payments-refund-trying-again = Trying again. If the gateway still refuses, you will hear of it here.

payments-error-unknown = This invoice is not one of ours, or is not valid any more.
payments-error-not-yours = This invoice was made for somebody else. Press Buy to get your own.
payments-error-too-late = This order can no longer be paid. Press Buy again; it only takes a moment.
payments-error-already-paid = This has been paid already. See /orders.
payments-error-price-changed = The price has changed to { $price }. Nothing was charged. Press Buy again to see the new price.
payments-error-no-account = This merchant cannot take payments yet. Nothing was charged.
payments-error-page = The payment page cannot be opened just now. Nothing was charged and nothing is lost: press the button again in a moment.
payments-error-refund-too-large = Only { $left } is left to give back.
payments-error-nothing-to-refund = There is nothing left to give back.
payments-error-only-whole-refunds = Telegram gives Stars back only all at once: choose the whole { $price }.
payments-error-unknown-refund = I do not know this refund.
payments-disputed = ⚠️ The payer of payment { $payment } has disputed <b>{ $money }</b> ({ $reason }). Stripe’s dashboard says until when the merchant can answer.
payments-unexplained = ⚠️ Stripe gave back <b>{ $money }</b> of payment { $payment } ({ $number }), and my books cannot explain it. Please compare both.
payments-hold-differs = ⚠️ For payment { $payment } my books say “{ $ours }” and Stripe’s list says “{ $theirs }”. Please compare both.
payments-error-fee = Please choose a part from 0 to { $max } per cent, with at most two digits after the point.
payments-books-differ = ⚠️ For payment { $payment } ({ $subject }) my books say “{ $ours }” and Stripe’s list says “{ $theirs }”. Please compare both.
