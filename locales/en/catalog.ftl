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
catalog-option-size = Size
catalog-option-colour = Colour
catalog-option-material = Material
catalog-option-style = Style

# What can go wrong
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
