people-command-start = Start here
people-command-help = What you can do here
people-command-language = Choose your language
people-command-timezone = Set your time zone
people-command-terms = Terms of sale
people-command-privacy = What is kept about you
people-command-support = Get help from a person
people-command-export-me = Get everything kept about you
people-command-delete-me = Have your data erased

people-welcome =
    <b>Hello { $name }!</b>
    I am a shop that lives inside group chats. In a group, ask me about a product and buy it right there; here with me you find your cart, your orders and your receipts.

    Send /help to see what you can do, /language to choose another language.
people-welcome-add-button = Add me to a group

people-help = <b>What you can do here</b>
people-help-end = In a group, write /shop and what you are looking for, or answer one of my cards with a question.
people-help-end-group = Write /shop and what you are looking for, or answer one of my cards with a question. In our private chat you can do more.

people-language = I speak { $language } with you. Choose another language:
people-language-chosen = English it is!
people-error-language = I do not speak that language yet.

people-zone =
    Your time zone is <b>{ $zone }</b>.
    Choose another one, or send your city: <code>/timezone Lisbon</code>
people-error-zone = I do not know the time zone “{ $zone }”. Try the next big city, for example: /timezone Madrid

people-terms =
    <b>Terms of sale</b>

    <b>Who sells.</b> Each product is sold by the merchant named on its card. Your contract is with that merchant; this shop takes the order and passes it on. Telegram is not a party to it.

    <b>Price.</b> You pay the price on the payment form. Shipping, where there is any, is added there before you pay. If a price or the stock has changed meanwhile, the payment is refused and nothing is charged.

    <b>Payment.</b> Your card is handled by Telegram and the payment provider; card numbers never reach this shop. Digital goods are paid with Telegram Stars only.

    <b>Delivery.</b> The merchant ships to the address you give and sends you the tracking number here. Digital goods are delivered in our private chat.

    <b>Money back.</b> Ask the merchant by /orders or /paysupport. Refunds go the way the payment came. If you paid and the goods are gone, you get your money back without asking. Your legal rights as a buyer stay as they are.

    <b>Fair use.</b> Please do not order in another person’s name or sell this shop’s messages as your own.
people-terms-accept-button = I accept
people-terms-accepted = ✓ You accepted these terms on { $when }.
people-terms-thanks = Thank you – you can pay now.

people-privacy =
    <b>What is kept about you</b>

    • Your Telegram number, name and username, your language and time zone, and the hour you were last seen.
    • Which groups you brought me into.
    • What you order: products, prices, payment numbers, state of delivery. Never a card number.
    • Which group-buys you join. Pieces, time, seat and a code stand in a log that everybody can read; your name does not.
    • What you search for, for seven days.
    • For delivery: name, address, phone and e-mail as you give them. They are stored encrypted, with a key kept apart, and shown to nobody but the merchant who ships to you.
    • In groups: only messages meant for me – commands, answers to my messages – and what I answered. Chats are not collected, and nothing trains a model.

    <b>Who sees it.</b> You, the merchant you buy from, and the people who run this shop. Payments go through Telegram and the payment provider, under their own privacy rules. Nothing is sold or given to advertisers.

    <b>How to have it erased.</b> /export_me sends you everything. /delete_me erases your name, addresses and contact details at once. Because accounts must be kept, orders and amounts stay under your bare Telegram number; questions you asked stay without any trace of you, so that others can read the answers.
people-privacy-name-hidden = When you buy in a group, others see at most “Somebody here bought …”.
people-privacy-name-shown = When you buy in a group that shows first names, others see yours.
people-privacy-show-button = Show my first name
people-privacy-hide-button = Hide my first name

people-support =
    <b>Help from a person</b>

    • About an order – where it is, sizes, returns: write to its merchant; /orders shows how.
    • About a payment or a refund: /paysupport.
people-support-contact = • About this shop itself: { $contact }
people-support-nobody = • About this shop itself: write to the admins of the group you found it in.

people-private-only = That is between the two of us. Please ask me in our private chat.

people-export = Everything kept about you, as of now. Any text editor opens it.

people-erase-unfinished = { $count ->
    [one] <b>Before you go – this is still open:</b>
   *[other] <b>Before you go – these { $count } things are still open:</b>
}
people-erase =
    <b>Erase your data?</b>

    Erased at once and for good: your name and username, addresses, phone, e-mail, cart, settings and consent.

    Kept, because accounts must be: orders and amounts, under your bare Telegram number. Questions you asked stay without any trace of you. Deliveries that still need your address cannot reach you afterwards.
people-erase-keep-button = Keep my data
people-erase-button = Erase it all
people-erase-kept = All right, nothing was erased.
people-erased = Your data is erased. You are welcome back any time: send /start.
people-error-nothing-known = There is nothing left to erase: your data is gone already.
