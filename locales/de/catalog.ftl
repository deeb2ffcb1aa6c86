# Die Karte eines Produkts
catalog-card-price-from = ab { $price }
catalog-card-no-price = Preis auf Anfrage
catalog-card-in-stock = Auf Lager
catalog-card-left = { $left ->
    [one] Nur noch eins da
   *[other] Nur noch { $left } da
}
catalog-card-sold-out = Ausverkauft
catalog-card-rating = ★ { $stars } ({ $count ->
    [one] eine Bewertung
   *[other] { $count } Bewertungen
})
catalog-option-size = Größe
catalog-option-colour = Farbe
catalog-option-material = Material
catalog-option-style = Ausführung

# Was schiefgehen kann
catalog-error-product-gone = Dieses Produkt wird nicht mehr verkauft.
catalog-error-variant-gone = Diese Ausführung wird nicht mehr verkauft. Bitte wähle eine andere.
catalog-error-merchant-unknown = Diesen Laden gibt es nicht mehr.
catalog-error-not-yours = Nur die Leute dieses Ladens können seine Produkte ändern.
catalog-error-no-merchant = Du führst hier noch keinen Laden. Bitte den Betreiber, einen für dich zu eröffnen.
catalog-error-sold-out = { $left ->
    [0] Leider ist { $title } ausverkauft.
    [one] Leider ist von { $title } nur noch eins da.
   *[other] Leider sind von { $title } nur noch { $left } da.
}
catalog-error-quantity = Bitte wähle mindestens eins.
catalog-error-quantity-large = Das ist viel! Bitte wähle höchstens { $max }.
catalog-error-stock-promised = { $reserved ->
    [one] Ein Stück wird gerade bezahlt, der Bestand kann deshalb nicht unter 1 sinken.
   *[other] { $reserved } Stück werden gerade bezahlt, der Bestand kann deshalb nicht unter { $reserved } sinken.
}
catalog-error-price = Bitte schick einen Preis über null, zum Beispiel 12,50.
catalog-error-stock = Bitte schick eine ganze Zahl von 0 bis { $max }.
catalog-error-currency = Dein Laden verkauft nicht in { $currency }, sondern in { $taken }.
catalog-error-text-missing = Bitte schick ein paar Worte.
catalog-error-text-long = Das ist zu lang. Bitte höchstens { $max } Zeichen.
catalog-error-handle-taken = Es gibt zu viele Produkte mit diesem Namen. Bitte wähle einen anderen.
catalog-error-picture-large = Dieses Bild ist zu groß. Bitte schick eins mit höchstens { $megabytes } MB.
catalog-error-picture-unreadable = Das sieht nicht nach einem Bild aus. Bitte schick ein JPEG, PNG oder WebP.
catalog-error-picture-many = Ein Produkt kann höchstens { $max } Bilder haben.
