orders-command-cart = Your cart
orders-command-orders = What you have bought
orders-command-order = One of your orders: /order 12
orders-command-sales = Orders to send, and all that was sold

orders-buy-button = Buy
orders-sold-out-button = Sold out
orders-gone-button = Not for sale any more
orders-close-button = Close
orders-back-button = ‹ Back
orders-open-button = Open the order

orders-tap-one = I did not find that among the choices. Tap one of the buttons, please.
orders-choose =
    { $kind ->
        [size] Choose a size
        [colour] Choose a colour
        [material] Choose a material
        [style] Choose a style
        [length] Choose a length
        [diameter] Choose a diameter
        [capacity] Choose a capacity
        [volume] Choose a volume
        [back] Choose a back length
       *[other] Please choose: { $option }
    }
orders-receipt-comes = The receipt comes into our private chat; /orders shows it there at any time.
orders-pay-button =
    { $more ->
        [yes] Pay { $total } + delivery
       *[no] Pay { $total }
    }
orders-add-button = Add to cart
orders-terms =
    <b>Before your first payment</b>
    You buy from the merchant named on the card, at the price on the payment form. Your address goes to that merchant only. The merchant decides about refunds; the law of your country stands above that.

    /terms and /privacy say it in full. Do you agree?
orders-terms-accept-button = I agree, go on
orders-number = Order { $number }

orders-held =
    <b>Order { $number }</b> from { $merchant }
    { $lines }

    { $more ->
        [yes] <b>{ $total }</b> before delivery
       *[no] <b>{ $total }</b>
    }, kept for you for { $span }.
orders-invoice =
    { $more ->
        [yes] From { $merchant }, delivery comes on top: { $lines }
       *[no] From { $merchant }: { $lines }
    }
orders-cancel-button = Cancel
orders-expired-held = Order { $number }: the time to pay ran out.
orders-cancelled = Order { $number } is cancelled. Nothing was charged.
orders-go-on-button = Pay now
orders-again-button = Try again

orders-cart =
    <b>Your cart</b> – { $merchant }
    { $lines }

    { $more ->
        [yes] <b>{ $total }</b> before delivery
       *[no] <b>{ $total }</b>
    }
orders-cart-changed = Something has changed since you last looked: prices are as of today, and what is not sold any more is gone.
orders-clear-button = Empty the cart
orders-show-cart-button = Show the cart
orders-added =
    { $count ->
        [one] In your cart. It holds one piece.
       *[other] In your cart. It holds { $count } pieces.
    }
orders-other-merchant = Your cart holds goods from <b>{ $theirs }</b>, and a cart can hold one merchant’s only. Start over with <b>{ $ours }</b>?
orders-start-over-button = Start over
orders-keep-cart-button = Keep my cart

orders-receipt =
    ✅ <b>Paid – order { $number }</b>
    { $merchant }, { $when }

    { $lines }
    Total: <b>{ $total }</b>

    { $digital ->
        [yes] It follows right away. /orders keeps it for you.
       *[no] You will hear from me when it is on its way.
    }
orders-title = <b>Order { $number }</b> – { $merchant }
orders-status-draft = In the cart
orders-status-reserved = Waiting for your payment
orders-status-expired = The time to pay ran out
orders-status-cancelled = Cancelled
orders-status-pledged = In a group-buy, waiting for it to come true
orders-status-released = The group-buy did not come true – you pay nothing
orders-status-paid = Paid
orders-status-shipped = On its way
orders-status-delivered = Delivered
orders-status-refunded = Money given back
orders-status-downloaded = Delivered by download
orders-short-draft = cart
orders-short-reserved = to be paid
orders-short-expired = expired
orders-short-cancelled = cancelled
orders-short-pledged = waiting for the others
orders-short-released = did not come true
orders-short-paid = paid
orders-short-shipped = on its way
orders-short-delivered = delivered
orders-short-refunded = refunded
orders-short-downloaded = download
orders-summary =
    { $more ->
        [0] { $number } · { $what } · { $total } · { $status }
       *[other] { $number } · { $what } +{ $more } more · { $total } · { $status }
    }
orders-more-lines =
    { $count ->
        [one] … and one more
       *[other] … and { $count } more
    }
orders-line-refunded =
    { $count ->
        [one] {" "}(one given back)
       *[other] {" "}({ $count } given back)
    }
orders-delivery = { $title } – { $price }
orders-sku = SKU { $sku }
orders-handed-over = 📍 To be picked up in the group
orders-delivery-included = Delivery included
orders-total = Total: <b>{ $total }</b>
orders-refunded = Given back: { $money }
orders-address =
    <b>Address</b>
    { $address }
orders-tracking =
    { $count ->
        [one] <b>Tracking number</b>
       *[other] <b>Tracking numbers</b>
    }
    { $numbers }
orders-copy-button = Copy { $number }
orders-merchant-contact = Contact the merchant: { $contact }
orders-none = You have not bought anything yet. Write /shop and what you are looking for, here or in a group.
orders-list-button = ‹ All my orders
orders-list =
    { $count ->
        [one] <b>Your order</b>
       *[other] <b>Your { $count } orders</b>
    }
orders-received-button = It has arrived

orders-shipped =
    📦 <b>Order { $number } is on its way</b>, { $merchant } says.

    { $count ->
        [one] Tracking number:
       *[other] { $count } parcels:
    }
    { $numbers }
orders-shipped-plain = 📦 <b>Order { $number } is on its way</b>, { $merchant } says.
orders-expired =
    The time to pay ran out, and these went back on the shelf:
    { $lines }

    Nothing was charged.
orders-refund-whole = { $merchant } gives you back <b>{ $money }</b>: order { $number } is now refunded in full. { $stars ->
        [yes] The Stars come at once.
       *[no] Your bank may take 5 to 10 days.
    }
orders-refund-part = { $merchant } gives you back <b>{ $money }</b> of order { $number }. { $stars ->
        [yes] The Stars come at once.
       *[no] Your bank may take 5 to 10 days.
    }
orders-late-sold-out = Your payment for order { $number } came after its time had run out, and meanwhile somebody else has bought the last piece. Your <b>{ $money }</b> is on its way back to you. Sorry!
orders-late-paid-already = Order { $number } had been paid already. The second payment of <b>{ $money }</b> is on its way back to you.
orders-hold-sold-out = Your reservation for order { $number } came after its time had run out, and meanwhile the last piece was taken. Nothing was charged, and nothing stays reserved. Sorry!
orders-hold-unfit = The way of delivery you chose does not go to your address, so order { $number } was not taken. Nothing was charged. Press Pay again and choose another way.
orders-card-note =
    Nothing is charged now. Your card is saved, and charged { $total } at most if the group-buy comes true; if it does not, the card is forgotten.{ $address ->
        [yes] { " " }Your parcel goes to the billing address you type in here.
       *[no] { "" }
    }

orders-sale-new = 🛍 <b>New order { $number }</b>
orders-sale = <b>Order { $number }</b>
orders-sales-open =
    { $count ->
        [0] <b>Nothing waits to be sent.</b>
        [one] <b>One order waits to be sent</b>
       *[other] <b>{ $count } orders wait to be sent</b>
    }
orders-sales-all =
    { $count ->
        [0] <b>Nothing has been sold yet.</b>
        [one] <b>One order so far</b>
       *[other] <b>{ $count } orders so far</b>
    }
orders-sales-open-button = To be sent
orders-sales-all-button = All orders
orders-ship-button = Ship
orders-ship-more-button = Add a tracking number
orders-delivered-button = Delivered
orders-refund-begin-button = Refund
orders-ask-tracking = <b>Reply to this message</b> with the tracking number of order { $number }. Several parcels: one number a line.
orders-no-tracking-button = Shipped without a number
orders-parcels-noted =
    { $count ->
        [one] ✓ Noted. The buyer has the tracking number.
       *[other] ✓ Noted. The buyer has the { $count } tracking numbers.
    }
orders-tracking-noted = Order { $number } is on its way, and the buyer knows. Reply to this message to add another tracking number.
orders-refund-plan =
    <b>Refund for order { $number }</b>
    Tap a line to give back one piece less. Now chosen: <b>{ $money }</b>
orders-refund-shipping-on-button = ✓ Delivery too
orders-refund-shipping-off-button = · Without delivery
orders-refund-restock-on-button = ✓ Back on the shelf
orders-refund-restock-off-button = · Not back on the shelf
orders-refund-button = Give back { $money } …
orders-refund-review =
    Give back <b>{ $money }</b> for order { $number }?
    { $lines }
orders-refund-shelf =
    { $restock ->
        [yes] The pieces go back on the shelf.
       *[no] The pieces do not go back on the shelf.
    }
orders-refund-sure-button = Yes, give back { $money }
orders-refund-failed = ⚠️ The refund of { $money } for order { $number } did not go through. The shop’s operators know; the buyer is still owed the money.
orders-unfinished = Order { $number } is not with you yet; without your address it may not arrive.

orders-no-till = { $merchant } cannot take payments yet. Nothing was charged, and the shop now knows that somebody wanted to buy.
orders-error-unknown = I do not know this order, or it is somebody else’s.
orders-error-no-price = “{ $title }” has no price yet. Ask the merchant.
orders-error-only-for-stars = “{ $title }” can only be bought with Stars, and the merchant has not named a price in Stars yet.
orders-error-price-changed = The price of “{ $title }” is { $price } now. Nothing was charged. Press Buy again to go on.
orders-error-cart-changed = Your cart comes to { $price } now. Nothing was charged. Look at it once more: /cart
orders-error-closed = Order { $number } cannot be paid or changed any more. See /orders.
orders-error-no-delivery = { $merchant } does not deliver to this country. Nothing was charged.
orders-error-delivery-missing = Please choose an address and a way of delivery.
orders-error-way-missing = Please choose how it is to be delivered first.
orders-error-not-mixed = Parcels and downloads are paid in different ways: please buy them one after the other.
orders-error-cart-empty = Your cart is empty. Write /shop and what you are looking for, here or in a group.
orders-error-cart-full = Your cart is full: { $max } different things at most.
orders-error-other-merchant = Your cart holds goods from { $theirs }. Pay or empty it first.
orders-error-terms = Please accept the terms first: /terms
orders-error-cannot-ship = Order { $number } cannot be sent now.
orders-error-tracking-number = “{ $number }” does not look like a tracking number: letters and digits, one a line.
orders-error-tracking-missing = I found no tracking number in that.
orders-error-too-many-parcels = { $max } parcels an order at most.
orders-error-cannot-refund = Nothing of order { $number } can be given back now.
orders-error-nothing-chosen = Choose at least one piece to give back.
orders-error-refunded-meanwhile = Some of order { $number } has been given back in the meantime. Please choose again.

orders-file-again-button = Send the file again
orders-file-in-private = Open our private chat and write /orders there: a file in a group would be seen by everybody.
orders-goods-text =
    Here is <b>{ $title }</b>:
    { $text }
orders-goods-missing = The file of <b>{ $title }</b> cannot be found at the moment. Please write to the merchant; /orders shows how.
orders-error-nothing-to-send = There is nothing to send: this order holds no file, or its money was given back.
orders-refund-outside = <b>{ $money }</b> of order { $number } was given back at your payment provider. I have written it down and told the buyer.
orders-disputed = ⚠️ The buyer of order { $number } has asked the bank to take <b>{ $money }</b> back. Answer in your payment provider’s dashboard, or write to the buyer; it is not lost yet.
orders-paid-whisper = ✅ <b>Paid.</b> The receipt for order { $number } is in our private chat.
orders-paid-held = ✅ <b>Paid</b> – order { $number }. Here comes the receipt.
