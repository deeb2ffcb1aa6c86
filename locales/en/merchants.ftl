# The commands
merchants-command-myshop = Your shop: name, delivery, team, payments
merchants-command-merchants = Open and close shops, invite owners

# What can go wrong
merchants-error-operators-only = Only the people who run this bot can do that.
merchants-error-owners-only = Only the owner of a shop can do that.
merchants-error-invitation-over = This invitation has been used, has expired or was replaced. Please ask for a new link.
merchants-error-not-on-team = This person is not on the team any more.
merchants-error-owners-stay = An owner cannot be removed here. Please ask the people who run this bot.
merchants-error-country = I do not know the country “{ $written }”. Send its name or code, such as Germany or DE.
merchants-error-countries-many = That is too many. Please name { $max } countries at most, or send * for everywhere.
merchants-error-currency = I do not know the currency “{ $written }”. These can be used: { $known }.
merchants-error-shipping-gone = This way of delivery is not there any more.
merchants-error-shipping-many = A shop can have { $max } ways of delivery at most.
merchants-error-days = Please send days from 0 to { $max }, such as 2-4, or a dash if you cannot tell.
merchants-error-price = Please send a price in your currencies ({ $taken }), such as 4.90 EUR. For several, separate them with a semicolon: 4.90 EUR; 5.50 USD
merchants-error-token = This is not a provider token. @BotFather gives you one that looks like 123456789:LIVE:abc…
merchants-error-key = This is not a secret key of Stripe. It begins with sk_ or rk_.
merchants-error-key-publishable = This is Stripe’s publishable key. To give money back I need the secret one, which begins with sk_ or rk_.
merchants-error-modes-differ = One of the two is for tests, the other for real money. Please send a key that fits the token.
merchants-error-not-connected = Please connect the provider token first.

# Buttons
merchants-yes-button = Yes
merchants-no-button = No, go back
merchants-new-button = Open a new shop
merchants-all-button = « All shops
merchants-invite-owner-button = Invite an owner
merchants-close-button = Close this shop
merchants-reopen-button = Open again
merchants-back-button = « Back
merchants-copy-button = Copy the link
merchants-ask-name-button = Name
merchants-ask-about-button = About
merchants-ask-support-button = Support contact
merchants-ask-currencies-button = Currencies
merchants-ask-countries-button = Ships to
merchants-shipping-button = Delivery
merchants-team-button = Team
merchants-till-button = Payments
merchants-shipping-new-button = Add a way of delivery
merchants-option-name-button = Name
merchants-option-price-button = Prices
merchants-option-days-button = Days
merchants-option-countries-button = Countries
merchants-remove-button = Remove
merchants-remove-member-button = Remove { $name }
merchants-invite-staff-button = Invite somebody
merchants-token-button = Provider token
merchants-key-button = Stripe key
merchants-off-button = Disconnect
merchants-connect-button = Connect payments
merchants-shop-button = My shop

# The operator
merchants-list = <b>Shops</b>: { $count ->
    [0] none yet
    [one] one
   *[other] { $count }
}
merchants-list-empty = Open the first one, and send its owner the link.
merchants-line = • <b>{ $name }</b> – { $country }, { $currencies }{ $status ->
    [closed] , closed
   *[open] {""}
}
merchants-sheet = <b>{ $name }</b>{ $status ->
    [closed] {" "}– closed, nothing is sold
   *[open] {""}
}
merchants-fact-country = Country: { $value }
merchants-fact-currencies = Currencies: { $value }
merchants-fact-owners = Owner: { $value }
merchants-fact-team = Team: { $count ->
    [0] nobody yet
    [one] one person
   *[other] { $count } people
}
merchants-fact-products = On the shelf: { $count ->
    [0] nothing yet
    [one] one product
   *[other] { $count } products
}
merchants-invitation-waits = An invitation waits for its owner until { $until }.
merchants-nothing-yet = <i>nothing yet</i>
merchants-nameless = Person { $number }
merchants-and-more = { $names } and { $count ->
    [one] one more
   *[other] { $count } more
}
merchants-ask-open-name = What is the new shop called?
merchants-ask-open-country = In which country is <b>{ $name }</b>? Send its name or code, such as Germany or DE.
merchants-ask-open-currency = { $country }. In which currency does it sell? Send its code, such as EUR.
merchants-opened = ✓ <b>{ $name }</b> is open. It ships within its country for now; its owner can change that.
merchants-owner-link =
    Send this link to the owner of <b>{ $name }</b>:
    { $link }

    Whoever opens it first becomes the owner. It works once, until { $until }; a new link makes this one void.
merchants-closed-now = ✓ The shop is closed. Its products are not sold; nothing was deleted.
merchants-open-now = ✓ The shop is open again.

# The owner
merchants-fact-about = About: { $value }
merchants-fact-support = Support: { $value }
merchants-fact-ships-to = Ships to: { $value }
merchants-fact-shipping = Delivery: { $count ->
    [0] included in the price
    [one] one way
   *[other] { $count } ways
}
merchants-everywhere = everywhere
merchants-all-countries = everywhere you ship to
merchants-till-none = Payments: not connected. Nobody can buy yet.
merchants-till-house = Payments: through this bot’s own account
merchants-till-own = Payments: your own account, token ending in <code>{ $ending }</code>{ $test ->
    [yes] {" "}(TEST, no real money)
   *[no] {""}
}
merchants-changed = ✓ Changed.
merchants-ask-name = What should <b>{ $name }</b> be called?
merchants-ask-about = Tell buyers in a few sentences about <b>{ $name }</b>, in your language. A dash takes the text away.
merchants-ask-support = Where do buyers of <b>{ $name }</b> find help? Send an address, a number or a @name. A dash takes it away.
merchants-ask-countries = To which countries do you ship? Send names or codes, such as Germany, Austria or DE, AT. * means everywhere.
merchants-ask-currencies = In which currencies do you sell? The first one is the usual one: EUR, USD
merchants-shipping = <b>{ $name }</b>: delivery
merchants-shipping-none = No way of delivery yet: it is included in the price.
merchants-option-line = • <b>{ $name }</b> – { $prices }, { $days }
merchants-option = <b>{ $name }</b> (<code>{ $code }</code>)
merchants-fact-prices = Price: { $value }
merchants-fact-days = Time: { $value }
merchants-fact-to = To: { $value }
merchants-days = { $count ->
    [one] { $span } day
   *[other] { $span } days
}
merchants-ask-option-name = What is this way of delivery called?
merchants-ask-option-price = What does it cost? You sell in { $taken }; one price for each currency, such as 4.90 EUR; 5.50 USD. 0 is free.
merchants-ask-option-days = How many days does it take? Send a number or a span such as 2-4, or a dash if you cannot tell.
merchants-ask-option-countries = To which countries does it go? Send names or codes; * means everywhere you ship to.
merchants-option-added = ✓ Added. You can say how long it takes and where it goes.
merchants-option-sure = Remove <b>{ $name }</b>? Orders that chose it are not touched.
merchants-option-removed = ✓ Removed.
merchants-team = <b>{ $name }</b>: team
merchants-member = • { $name }{ $role ->
    [owner] {" "}(owner)
   *[staff] {""}
}
merchants-team-may = Staff look after products and orders. Keys, delivery and the team are for the owner alone.
merchants-staff-link =
    Send this link to the person who shall help in <b>{ $name }</b>:
    { $link }

    Whoever opens it first is on the team. It works once, until { $until }.
merchants-member-sure = Take { $name } off the team?
merchants-member-removed = ✓ Removed from the team.
merchants-welcome-owner =
    <b>Welcome! { $name } is yours now.</b>
    1. Connect your payments and say how you deliver, with the buttons below.
    2. Put products on the shelf: /newproduct, or a file with /import.
    3. Bring me into a group, and people can buy there.
merchants-welcome-staff =
    <b>Welcome to the team of { $name }!</b>
    /products shows the shelf, /sales the orders; /help lists everything else.
merchants-joined = { $person } joined <b>{ $name }</b> { $role ->
    [owner] as its owner.
   *[staff] as staff.
}
merchants-removed = You are not on the team of <b>{ $name }</b> any more.
merchants-shop-closed = <b>{ $name }</b> is closed for now: its products are not sold. Orders that were paid go on as usual. The people who run this bot can tell you more: /support
merchants-shop-reopened = <b>{ $name }</b> is open again.

# Payment keys
merchants-till = <b>{ $name }</b>: payments
merchants-till-key = Refunds: Stripe key ending in <code>{ $ending }</code>{ $test ->
    [yes] {" "}(TEST)
   *[no] {""}
}
merchants-till-no-key = Refunds: no Stripe key yet. Without it you give money back in your provider’s dashboard.
merchants-till-how = The provider token comes from @BotFather: your bot → Payments → Stripe. Ask the people who run this bot for it if you cannot get there. The Stripe key comes from dashboard.stripe.com → Developers → API keys. Both are stored encrypted, and your message is deleted at once.
merchants-ask-token = Send the provider token of <b>{ $name }</b>. I delete your message at once.
merchants-ask-key = Send the secret key of your Stripe account, for refunds. A restricted key that may write refunds is enough. I delete your message at once.
merchants-token-kept = ✓ Connected. Purchases from now on are paid to this account.
merchants-key-kept = ✓ Refunds work now.
merchants-off-sure = Disconnect the payments of <b>{ $name }</b>? What was paid through them can still be refunded.
merchants-off-done = ✓ Disconnected.
merchants-stray-secret = That looked like a payment key, so I deleted it and kept nothing. To connect it, open /myshop → Payments.
merchants-delete-it-yourself = I could not delete your message with the key. Please delete it yourself.
merchants-connection-missed = Somebody wanted to buy from <b>{ $name }</b>, but the shop cannot take payments yet. Connect them, and the next one can pay.

# The books
merchants-command-statement = What your shop or group earned and gave back
merchants-statement-title = <b>{ $name }</b>, { $month }
merchants-statement-none = Nothing was paid or given back.
merchants-statement-earned = Paid by buyers: { $money }
merchants-statement-back = Given back: { $money }
merchants-statement-platform-fee = Kept by the people who run this bot: { $money }
merchants-statement-commission = Commission of groups: { $money }
merchants-statement-lost = Taken back by buyers’ banks: { $money }
merchants-statement-transferred = Sent to your own Stripe account: { $money }
merchants-statement-month = Left of this month: <b>{ $money }</b>
merchants-statement-balance = Since the beginning: { $money }
merchants-statement-gateway-fee = Kept by the payment provider: { $money }
merchants-statement-untold = { $untold ->
    [one] What the payment provider kept of one sale: not told by the provider.
   *[other] What the payment provider kept of { $untold } of { $sales } sales: not told by the provider.
}
merchants-statement-how = Counted in UTC. What is left lies with whoever took the money: your own payment provider, or the people who run this bot. What the provider keeps is taken from the account that took the money, and is not counted above.
merchants-statement-groups = Which group’s commission would you like to see?
merchants-statement-group-button = Group: { $title }
merchants-statement-file-button = As a table (CSV)
merchants-statement-caption = { $name }, { $month }: { $count ->
    [one] 1 movement
   *[other] { $count } movements
}

# A Stripe account below the house's (Connect)
merchants-sharing-button = Your own Stripe account
merchants-sharing-begin-button = Set it up at Stripe
merchants-sharing-again-button = Go on at Stripe
merchants-sharing-end-button = Stop using it
merchants-sharing-go-button = Open Stripe
merchants-fee-button = Our fee
merchants-sharing = <b>{ $name }</b>: your own Stripe account
merchants-sharing-status = { $status ->
    [opening] Stripe is being asked to open it.
    [onboarding] Stripe wants to know more from you before it takes money for you.
    [ready] ✓ Ready (ending in <code>{ $ending }</code>): money that was reserved or charged on Stripe’s page goes straight into it.
   *[none] Not set up. The people who run this bot take your buyers’ money on Stripe’s page, and owe it to you.
}
merchants-sharing-fee = They keep { $part } of each such sale.
merchants-sharing-how = Stripe asks who you are and where your money shall go; this bot learns none of it. The fee counts what is really charged, rounded down to a whole cent. When you give money back, the same part of the fee comes back to you. Sales through Telegram’s own payment form are not shared.
merchants-sharing-begun = One moment: the link to Stripe comes in a few seconds.
merchants-sharing-link = Here you tell Stripe who you are, for <b>{ $name }</b>. The link opens once, and only for a few minutes.
merchants-sharing-refused = Stripe opens no account for <b>{ $name }</b> just now ({ $trouble }). Please ask the people who run this bot: /support
merchants-sharing-sure = Stop sending the money of <b>{ $name }</b> to your own Stripe account? New sales are held by the people who run this bot; what was sold so far stays where it is.
merchants-sharing-ended = ✓ New sales are not sent there any more.
merchants-sharing-ready = ✅ <b>{ $name }</b>: Stripe knows enough. From now on what is charged on its page goes straight into your own account, less the agreed fee.
merchants-sharing-paused = ⚠️ Stripe takes nothing more for your account of <b>{ $name }</b>: it wants to know more from you. Until then the people who run this bot hold the money of new sales for you.
merchants-sharing-fee-changed = The people who run this bot keep { $part } of what <b>{ $name }</b> sells through Stripe from now on. Sales before stay as they were.
merchants-ask-fee = We keep { $part } of what <b>{ $name }</b> sells through Stripe. How much shall it be for sales from now on? Send a part such as 2.5 %.
merchants-fee-kept = ✓ { $part } of sales from now on.
