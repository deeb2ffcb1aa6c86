# Commands
questions-command-shop = Find products: /shop red shoes under 50
questions-command-ask = Ask about a product, as a reply to its card

# What was found
questions-page = { $at } of { $total }
questions-corrected = Showing results for <b>{ $words }</b>.
questions-missed-stock = Sold out at the moment:
questions-missed-words = Nothing matches all of that. The closest:
questions-missed-under = Nothing under { $price }. The closest:
questions-missed-over = Nothing over { $price }. The closest:
questions-missed-between = Nothing between { $least } and { $most }. The closest:
questions-missed-currency = Prices here are in { $currency }, so I cannot compare them with { $price }. From the lowest:
questions-price-in = Its price in the money you named: { $price }
questions-order-cheapest = The cheapest first:
questions-order-dearest = The most expensive first:
questions-order-popular = What people like most first:
questions-nothing-found = I found nothing for “{ $words }”. Name the kind of thing, such as <code>/shop red shoes under 50</code>, or see what people like. A person answers under /support.
questions-nothing-for-sale = There is nothing for sale here yet.
questions-popular-button = Show what people like

# About a product
questions-variant-yes = Yes, { $wanted } can be had.
questions-variant-left = { $left ->
    [one] Yes, there is one left in { $wanted }.
   *[other] Yes, { $wanted } is in stock ({ $left } left).
}
questions-variant-sold-out = { $wanted } is sold out at the moment.
questions-variant-none = It does not come in { $wanted }.
questions-variant-one-kind = It does not come in different kinds.
questions-variant-others = There is: { $values }.
questions-variant-gone = Sold out: { $values }.
questions-price = It costs { $price }.
questions-stock-always = It can always be had.
questions-fact-yes = { $name }: <b>yes</b>, says the product sheet.
questions-fact-no = { $name }: <b>no</b>, says the product sheet.
questions-fact = { $name }: <b>{ $value }</b>
questions-quote-merchant = The merchant says: “{ $text }”
questions-quote-buyer = A buyer says: “{ $text }”
questions-quote-description = The description says: “{ $text }”
questions-quote-review = A buyer wrote in a review: “{ $text }”
questions-quote-asked = <i>Asked before: { $text }</i>
questions-delivery-unknown = { $merchant } has not said how it delivers.
questions-delivery-free = free
questions-delivery-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
questions-delivery-span = { $least }–{ $most } days
questions-dont-know = I do not know that about <b>{ $title }</b>, and I would rather not guess. Shall I ask { $merchant }?
questions-product-gone = This product is no longer for sale. Try /shop to find another.

# Asking the merchant
questions-ask-merchant-button = Ask the merchant
questions-merchant-is-asked = Asked { $merchant }; the answer comes right here.
questions-merchant-is-asked-toast = { $merchant } has your question.
questions-somebody = Somebody
questions-merchant-asked =
    { $name } asks about <b>{ $title }</b>:

    “{ $text }”

    Reply to this message with your answer.
questions-answer-button = Answer
questions-decline-button = We do not know
questions-answer-prompt =
    “{ $text }”

    Write your answer as a reply to this message.
questions-answer-sent = Thank you! Your answer is on its way, and will be there for the next one who asks.
questions-declined-toast = Thank you. I will say that you do not know.
questions-answered =
    { $name }, { $merchant } answers about <b>{ $title }</b>:

    <i>{ $question }</i>
    “{ $answer }”
questions-declined =
    { $name }, { $merchant } could not answer this about <b>{ $title }</b>:

    <i>{ $question }</i>

# Small talk
questions-talk-greeting = Hello! Tell me what you are looking for, such as “red shoes under 50”.
questions-talk-thanks = You are welcome!
questions-talk-unrecognised = I could not make out a product in that. Tell me what kind of thing it should be, such as “a warm hat under 40”, or reply to a product with your question. A person answers under /support.
questions-talk-which-product = That depends on the product and its merchant. Reply to a product with your question, and I tell you what is known or ask the merchant.
questions-talk-own-order = Your orders, and where they are, stand in /orders. A person helps you under /support.
questions-talk-help = Tell me what you are looking for, such as <code>/shop red shoes under 50</code>, or reply to a product with your question.

# What can go wrong
questions-error-gone = This question is no longer there.
questions-error-not-yours = Only the person who asked can send this question on.
questions-error-not-your-shop = Only the people of this shop can answer.
questions-error-already-asked = Already on its way to the merchant. The answer comes right here.
questions-error-already-answered = Somebody has answered this already. Thank you!
questions-error-too-many = You have sent { $max } questions today. Please try again tomorrow.
questions-error-answer-empty = Please send some words.
questions-error-answer-long = That is too long. Please use { $max } characters at most.
questions-error-nobody = I cannot reach anybody of this shop right now.
questions-error-search-gone = This search is too old to turn its pages. Please search again.

# Attributes
questions-attribute-material = Material
questions-attribute-weight = Weight
questions-attribute-waterproof = Waterproof
questions-attribute-water-resistant = Water-resistant
questions-attribute-vegan = Vegan
questions-attribute-machine-washable = Machine-washable
questions-attribute-washing-temperature = Washing temperature
questions-attribute-dishwasher-safe = Dishwasher-safe
questions-attribute-microwave-safe = Microwave-safe
questions-attribute-oven-safe = Oven-safe
questions-attribute-induction = For induction hobs
questions-attribute-food-safe = Food-safe
questions-attribute-handmade = Handmade
questions-attribute-insulated = Insulated
questions-attribute-keeps-hot = Keeps hot
questions-attribute-leakproof = Leakproof
questions-attribute-airtight = Airtight
questions-attribute-floats = Floats
questions-attribute-pockets = Pockets
questions-attribute-padded-laptop-sleeve = Padded laptop sleeve
questions-attribute-fits-laptop-up-to = Fits laptops up to
questions-attribute-rain-cover = Rain cover
questions-attribute-printable = Printable
questions-attribute-length = Length
questions-attribute-width = Width
questions-attribute-height = Height
questions-attribute-depth = Depth
questions-attribute-diameter = Diameter
questions-attribute-thickness = Thickness
questions-attribute-capacity = Capacity
questions-attribute-volume = Volume
questions-attribute-origin = Origin
questions-attribute-care = Care
questions-attribute-fit = Fit
questions-attribute-sole = Sole
questions-attribute-battery = Battery
questions-attribute-burn-time = Burn time
questions-attribute-brightness = Brightness
questions-attribute-power = Power
questions-attribute-max-load = Maximum load
questions-attribute-pages = Pages
questions-attribute-format = Format
questions-attribute-language = Language
questions-attribute-pieces = Pieces

# Colours
questions-colour-red = red
questions-colour-burgundy = burgundy
questions-colour-rust = rust
questions-colour-orange = orange
questions-colour-yellow = yellow
questions-colour-mustard = mustard
questions-colour-green = green
questions-colour-olive = olive
questions-colour-sage = sage
questions-colour-petrol = petrol
questions-colour-blue = blue
questions-colour-navy = navy
questions-colour-sky = sky blue
questions-colour-indigo = indigo
questions-colour-purple = purple
questions-colour-pink = pink
questions-colour-brown = brown
questions-colour-cognac = cognac
questions-colour-black = black
questions-colour-white = white
questions-colour-grey = grey
questions-colour-slate = slate
questions-colour-cream = cream
questions-colour-beige = beige
questions-colour-sand = sand
questions-colour-gold = gold
questions-colour-silver = silver
questions-unknown-command = I do not know { $command }. /help lists what I understand – or just write what you are looking for.
