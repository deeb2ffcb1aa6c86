# The card of a product
catalog-card-price-from = from { $price }
catalog-card-no-price = Price on request
catalog-card-in-stock = In stock
catalog-card-left = { $left ->
    [one] Only one left
   *[other] Only { $left } left
}
catalog-card-sold-out = Sold out
catalog-card-rating = ★ { $stars } ({ $count ->
    [one] one review
   *[other] { $count } reviews
})
catalog-card-option = { $name }: { $values }
catalog-card-comma = { ", " }
catalog-option-size = Size
catalog-option-colour = Colour
catalog-option-material = Material
catalog-option-style = Style
catalog-option-length = Length
catalog-option-diameter = Diameter
catalog-option-capacity = Capacity
catalog-option-volume = Volume
catalog-option-back = Back length
catalog-value-beige = beige
catalog-value-black = black
catalog-value-blue = blue
catalog-value-brown = brown
catalog-value-burgundy = burgundy
catalog-value-cognac = cognac
catalog-value-cream = cream
catalog-value-gold = gold
catalog-value-green = green
catalog-value-grey = grey
catalog-value-indigo = indigo
catalog-value-mustard = mustard
catalog-value-natural = natural
catalog-value-navy = navy
catalog-value-olive = olive
catalog-value-orange = orange
catalog-value-petrol = petrol
catalog-value-pink = pink
catalog-value-purple = purple
catalog-value-red = red
catalog-value-rust = rust
catalog-value-sage = sage
catalog-value-sand = sand
catalog-value-silver = silver
catalog-value-sky = sky
catalog-value-slate = slate
catalog-value-steel = steel
catalog-value-turquoise = turquoise
catalog-value-white = white
catalog-value-yellow = yellow
catalog-value-persons = { $count ->
    [one] { $count } person
   *[other] { $count } persons
}

# What can go wrong
catalog-unfinished-owner = You own the shop { $name }. It goes on without you; the people who run this bot can invite another owner.
catalog-error-product-gone = This product is no longer for sale.
catalog-error-variant-gone = This variant is no longer for sale. Please choose another.
catalog-error-merchant-unknown = This shop does not exist any more.
catalog-error-not-yours = Only the people of this shop can change its products.
catalog-error-no-merchant = You do not run a shop here yet. Ask the operator to open one for you.
catalog-error-sold-out = { $left ->
    [0] Sorry, { $title } is sold out.
    [one] Sorry, there is only one of { $title } left.
   *[other] Sorry, there are only { $left } of { $title } left.
}
catalog-error-quantity = Please choose at least one.
catalog-error-quantity-large = That is a lot! Please choose { $max } at most.
catalog-error-stock-promised = { $reserved ->
    [one] One piece is being paid for right now, so the stock cannot go below 1.
   *[other] { $reserved } pieces are being paid for right now, so the stock cannot go below { $reserved }.
}
catalog-error-price = Please send a price above zero, such as 12.50.
catalog-error-stock = Please send a whole number from 0 to { $max }.
catalog-error-currency = Your shop does not sell in { $currency }. It sells in { $taken }.
catalog-error-text-missing = Please send some words.
catalog-error-text-long = That is too long. Please use { $max } characters at most.
catalog-error-handle-taken = There are too many products with this name. Please choose another.
catalog-error-picture-large = This picture is too large. Please send one of { $megabytes } MB at most.
catalog-error-picture-unreadable = This does not look like a picture. Please send a JPEG, PNG or WebP.
catalog-error-picture-many = A product can have { $max } pictures at most.
catalog-error-import-over = This import is over. Send the file again to start a new one.
catalog-error-file = { $why ->
    [empty] There is nothing in this file.
    [packed] This is a spreadsheet or an archive, not a CSV file. Open it and save it as “CSV (comma separated)”, then send that.
    [binary] This is not a text file. Please send a CSV or JSON file.
    [header] I cannot find product columns in the first line. It begins with: { $found }. A Shopify product export, or columns named title, price and stock, will do.
    [json] This JSON is broken in line { $line }. Please check it there.
    [shape] This JSON holds neither “merchants” nor “products”.
    [large] This file is larger than { $megabytes } MB, which is all Telegram lets me fetch. Please split it.
    [lost] Telegram does not have this file any more. Please send it again.
   *[other] I stumbled over this file several times and stopped. Nothing more will be changed.
}

# The commands
catalog-command-products = Your products
catalog-command-newproduct = Add a product
catalog-command-import = Bring products in from a file
catalog-command-export = Get your products as files

# The shelf
catalog-which-merchant = For which shop?
catalog-shelf = <b>{ $name }</b>: { $count ->
    [one] one product
   *[other] { $count } products
}
catalog-shelf-archived = <b>{ $name }</b>: { $count ->
    [one] one product in the archive
   *[other] { $count } products in the archive
}
catalog-shelf-empty = The shelf is empty. Add a product with /newproduct, or send me a file with /import.
catalog-shelf-empty-archived = The archive is empty.
catalog-shelf-button = « All products
catalog-shelf-archived-button = Archive
catalog-shelf-active-button = On sale
catalog-new-button = New product
catalog-status-active = On sale
catalog-status-draft = Draft, not on sale yet
catalog-status-archived = In the archive, not on sale
catalog-price-button = Price
catalog-stock-button = Stock
catalog-title-button = Title
catalog-description-button = Description
catalog-picture-button = Add a picture
catalog-archive-button = Archive
catalog-restore-button = Put back on sale
catalog-undo-button = Undo
catalog-which-variant = Which variant of { $title }?
catalog-all-variants-button = All variants
catalog-never-mind-button = Never mind
catalog-never-mind = All right, nothing was changed.

# Questions and what follows
catalog-ask-title = What shall “{ $title }” be called?
catalog-ask-description = Send me the new description of “{ $title }”.
catalog-ask-price = What does “{ $title }” cost? A bare number means { $currency }.
catalog-ask-stock = How many of “{ $title }” do you have?
catalog-ask-picture = Send me a photo of “{ $title }”.
catalog-ask-new-title = What is the new product called?
catalog-ask-file = Send me a CSV or JSON file with the products of { $name }. A Shopify product export works as it is; prices count as { $currency }. I will show you what would change before anything does.
catalog-changed = ✓ Changed.
catalog-price-changed = ✓ The price is { $price } now.
catalog-stock-changed = ✓ The stock is { $stock } now.
catalog-created = ✓ It is on sale. Send a photo now, if you have one.
catalog-archived = ✓ Taken off the shelf. Old cards say that it is gone.
catalog-restored = ✓ Back on sale.
catalog-picture-coming = Thank you, I am fetching the picture …
catalog-picture-added = ✓ The picture is there.

# Files
catalog-export-csv = For spreadsheets. Change it and send it back to me.
catalog-export-json = Everything, with all languages and attributes.
catalog-import-reading = Reading <b>{ $name }</b> …
catalog-import-read = { $count ->
    [one] One entry so far
   *[other] { $count } entries so far
}
catalog-import-preview = <b>{ $name }</b> would bring:
catalog-import-running = Importing <b>{ $name }</b> …
catalog-import-done = <b>{ $name }</b> is imported:
catalog-import-failed = <b>{ $name }</b> could not be imported.
catalog-import-cancelled = <b>{ $name }</b> was left alone. Nothing was changed.
catalog-import-nothing = Nothing would change.
catalog-import-button = Import { $count ->
    [one] one product
   *[other] { $count } products
}
catalog-import-cancel-button = Cancel
catalog-import-count-new = { $products ->
    [one] one new product
   *[other] { $products } new products
}, { $variants ->
    [one] one new variant
   *[other] { $variants } new variants
}
catalog-import-count-changed = { $products ->
    [one] one product changed
   *[other] { $products } products changed
}, { $variants ->
    [one] one variant changed
   *[other] { $variants } variants changed
}
catalog-import-count-unchanged = { $products ->
    [one] one product unchanged
   *[other] { $products } products unchanged
}, { $variants ->
    [one] one variant unchanged
   *[other] { $variants } variants unchanged
}
catalog-import-count-bad = { $count ->
    [one] <b>One row left out</b>: it cannot be used
   *[other] <b>{ $count } rows left out</b>: they cannot be used
}
catalog-import-more = … and { $count ->
    [one] one more
   *[other] { $count } more
}
catalog-import-line = Line { $line }

# What is wrong with a row
catalog-import-bad-handle = there is no handle and no title, so I cannot tell which product it is
catalog-import-bad-handle-long = the handle is too long
catalog-import-bad-quote = a quotation mark is opened and not closed properly
catalog-import-bad-columns = { $found ->
    [one] there is one cell
   *[other] there are { $found } cells
}, but the first line names { $expected } columns
catalog-import-bad-price = “{ $value }” is not a price
catalog-import-bad-price-negative = “{ $value }” is below zero
catalog-import-bad-price-digits = “{ $value }” has more digits than { $currency } has
catalog-import-bad-price-high = “{ $value }” is more than can be paid at once
catalog-import-bad-price-missing = “{ $value }” has no price
catalog-import-bad-currency = “{ $value }” is not in { $currency }
catalog-import-bad-stock = “{ $value }” is not a number of pieces
catalog-import-bad-duplicate = “{ $value }” of { $handle } stands in this file already
catalog-import-bad-no-title = “{ $handle }” has no title
catalog-import-bad-no-variants = “{ $handle }” has no variant with a price
catalog-import-bad-missing = this is missing
catalog-import-bad-value = this has the wrong form
catalog-import-bad-merchant = the products of “{ $name }” are not yours and are left out
catalog-import-note-sku = the SKU “{ $value }” stands at more than one variant
catalog-import-note-price-zero = a price of zero: it cannot be bought until you set one
catalog-import-note-stock-negative = the stock { $value } counts as 0
catalog-import-note-choice = “{ $value }” is not one of { $choices } and is ignored
catalog-import-note-picture = the picture “{ $name }” cannot be read

# What buyers of digital goods get
catalog-download-button = File for buyers
catalog-download-file = Buyers get “{ $name }” ({ $megabytes } MB).
catalog-download-text = Buyers get these words: { $text }
catalog-download-missing = ⚠️ Nobody can buy this yet: add the file that buyers get.
catalog-download-coming = Thank you, I am fetching the file …
catalog-download-added = ✓ From now on buyers get this file.
catalog-download-text-set = ✓ From now on buyers get these words.
catalog-ask-download = Send me the file that buyers of “{ $title }” get, of 20 MB at most, or a link or other words instead.
catalog-error-download-missing = This cannot be bought yet: its file is still missing. Please look again later.
catalog-error-download-large = This file is too large. Telegram allows me { $megabytes } MB at most.
catalog-error-not-digital = This product travels in a parcel. Only digital goods have a file for buyers.
catalog-import-note-download = the file for buyers, “{ $name }”, cannot be read
catalog-card-seller = Sold by { $name }

# What is sold, and pictures by their addresses
catalog-which-kind = What is the new product?
catalog-new-parcel-button = A thing to ship
catalog-new-download-button = A download
catalog-ask-stars = How many Telegram Stars does “{ $title }” cost? Downloads are sold for Stars alone.
catalog-stars-missing = ⚠️ Nobody can buy this yet: set a price in Stars.
catalog-error-stars-alone = Downloads are sold for Telegram Stars alone. Please send a number of Stars, such as 250.
catalog-question-over = This question has been answered already.
catalog-export-of = Here are the products of { $name }:
catalog-stock-count = { $count ->
    [0] sold out
    [one] one piece
   *[other] { $count } pieces
}
catalog-import-stopped = <b>{ $name }</b> was stopped. What came in before stays:
catalog-import-count-pictures = { $count ->
    [one] one picture by its address: I fetch it now
   *[other] { $count } pictures by their addresses: I fetch them now
}
catalog-pictures-missing = ⚠️ { $count ->
    [one] One picture could not be fetched; its product says why.
   *[other] { $count } pictures could not be fetched; their products say why.
}
catalog-pictures-again-button = Fetch the pictures again
catalog-pictures-again = { $count ->
    [one] I am trying one picture again.
   *[other] I am trying { $count } pictures again.
}
catalog-picture-trouble = ⚠️ No picture from { $address }: { $why ->
    [address] I only open public https addresses.
    [gone] there is nothing at this address.
    [kind] it is not a JPEG, PNG, WebP or GIF.
    [large] it is too large.
   *[silent] nobody answers there.
}
catalog-group-buy-button = 👥 Start a group-buy
