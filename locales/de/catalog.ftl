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
catalog-card-option = { $name }: { $values }
catalog-card-comma = { ", " }
catalog-option-size = Größe
catalog-option-colour = Farbe
catalog-option-material = Material
catalog-option-style = Ausführung
catalog-option-length = Länge
catalog-option-diameter = Durchmesser
catalog-option-capacity = Fassungsvermögen
catalog-option-volume = Volumen
catalog-option-back = Rückenlänge
catalog-value-beige = Beige
catalog-value-black = Schwarz
catalog-value-blue = Blau
catalog-value-brown = Braun
catalog-value-burgundy = Burgunderrot
catalog-value-cognac = Cognac
catalog-value-cream = Creme
catalog-value-gold = Gold
catalog-value-green = Grün
catalog-value-grey = Grau
catalog-value-indigo = Indigo
catalog-value-mustard = Senfgelb
catalog-value-natural = Natur
catalog-value-navy = Marineblau
catalog-value-olive = Oliv
catalog-value-orange = Orange
catalog-value-petrol = Petrol
catalog-value-pink = Rosa
catalog-value-purple = Lila
catalog-value-red = Rot
catalog-value-rust = Rostrot
catalog-value-sage = Salbeigrün
catalog-value-sand = Sand
catalog-value-silver = Silber
catalog-value-sky = Himmelblau
catalog-value-slate = Schiefergrau
catalog-value-steel = Stahlgrau
catalog-value-turquoise = Türkis
catalog-value-white = Weiß
catalog-value-yellow = Gelb
catalog-value-persons = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}

# Was schiefgehen kann
catalog-unfinished-owner = Dir gehört der Laden { $name }. Er bleibt ohne dich bestehen; die Betreiber dieses Bots können jemand anderen einladen.
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
catalog-error-import-over = Dieser Import ist vorbei. Schick die Datei noch einmal, um neu zu beginnen.
catalog-error-file = { $why ->
    [empty] In dieser Datei steht nichts.
    [packed] Das ist eine Tabelle oder ein Archiv, keine CSV-Datei. Öffne sie, speichere sie als „CSV (Trennzeichen-getrennt)“ und schick mir diese.
    [binary] Das ist keine Textdatei. Bitte schick eine CSV- oder JSON-Datei.
    [header] Ich finde in der ersten Zeile keine Produktspalten. Sie beginnt mit: { $found }. Ein Produktexport von Shopify oder Spalten namens title, price und stock genügen.
    [json] Dieses JSON ist in Zeile { $line } kaputt. Bitte sieh dort nach.
    [shape] In diesem JSON steht weder „merchants“ noch „products“.
    [large] Diese Datei ist größer als { $megabytes } MB; mehr lässt Telegram mich nicht holen. Bitte teile sie.
    [lost] Telegram hat diese Datei nicht mehr. Bitte schick sie noch einmal.
   *[other] Über diese Datei bin ich mehrmals gestolpert und habe aufgehört. Es wird nichts weiter geändert.
}

# Die Befehle
catalog-command-products = Deine Produkte
catalog-command-newproduct = Produkt hinzufügen
catalog-command-import = Produkte aus einer Datei holen
catalog-command-export = Deine Produkte als Dateien

# Das Regal
catalog-which-merchant = Für welchen Laden?
catalog-shelf = <b>{ $name }</b>: { $count ->
    [one] ein Produkt
   *[other] { $count } Produkte
}
catalog-shelf-archived = <b>{ $name }</b>: { $count ->
    [one] ein Produkt im Archiv
   *[other] { $count } Produkte im Archiv
}
catalog-shelf-empty = Das Regal ist leer. Füge mit /newproduct ein Produkt hinzu oder schick mir mit /import eine Datei.
catalog-shelf-empty-archived = Das Archiv ist leer.
catalog-shelf-button = « Alle Produkte
catalog-shelf-archived-button = Archiv
catalog-shelf-active-button = Im Verkauf
catalog-new-button = Neues Produkt
catalog-status-active = Im Verkauf
catalog-status-draft = Entwurf, noch nicht im Verkauf
catalog-status-archived = Im Archiv, nicht im Verkauf
catalog-price-button = Preis
catalog-stock-button = Bestand
catalog-title-button = Titel
catalog-description-button = Beschreibung
catalog-picture-button = Bild hinzufügen
catalog-archive-button = Archivieren
catalog-restore-button = Wieder verkaufen
catalog-undo-button = Rückgängig
catalog-which-variant = Welche Ausführung von { $title }?
catalog-all-variants-button = Alle Ausführungen
catalog-never-mind-button = Doch nicht
catalog-never-mind = In Ordnung, es wurde nichts geändert.

# Fragen und was darauf folgt
catalog-ask-title = Wie soll „{ $title }“ heißen?
catalog-ask-description = Schick mir die neue Beschreibung von „{ $title }“.
catalog-ask-price = Was kostet „{ $title }“? Eine bloße Zahl gilt als { $currency }.
catalog-ask-stock = Wie viele hast du von „{ $title }“?
catalog-ask-picture = Schick mir ein Foto von „{ $title }“.
catalog-ask-new-title = Wie heißt das neue Produkt?
catalog-ask-file = Schick mir eine CSV- oder JSON-Datei mit den Produkten von { $name }. Ein Produktexport von Shopify geht so, wie er ist; Preise gelten als { $currency }. Ich zeige dir, was sich ändern würde, bevor sich etwas ändert.
catalog-changed = ✓ Geändert.
catalog-price-changed = ✓ Der Preis ist jetzt { $price }.
catalog-stock-changed = ✓ Der Bestand ist jetzt { $stock }.
catalog-created = ✓ Es ist im Verkauf. Schick jetzt ein Foto, wenn du eins hast.
catalog-archived = ✓ Aus dem Regal genommen. Alte Karten sagen, dass es weg ist.
catalog-restored = ✓ Wieder im Verkauf.
catalog-picture-coming = Danke, ich hole das Bild …
catalog-picture-added = ✓ Das Bild ist da.

# Dateien
catalog-export-csv = Für Tabellenprogramme. Ändere sie und schick sie mir zurück.
catalog-export-json = Alles, mit allen Sprachen und Eigenschaften.
catalog-import-reading = Ich lese <b>{ $name }</b> …
catalog-import-read = { $count ->
    [one] Ein Eintrag bisher
   *[other] { $count } Einträge bisher
}
catalog-import-preview = <b>{ $name }</b> brächte:
catalog-import-running = Ich importiere <b>{ $name }</b> …
catalog-import-done = <b>{ $name }</b> ist importiert:
catalog-import-failed = <b>{ $name }</b> ließ sich nicht importieren.
catalog-import-cancelled = <b>{ $name }</b> blieb liegen. Es wurde nichts geändert.
catalog-import-nothing = Es würde sich nichts ändern.
catalog-import-button = { $count ->
    [one] Ein Produkt importieren
   *[other] { $count } Produkte importieren
}
catalog-import-cancel-button = Abbrechen
catalog-import-count-new = { $products ->
    [one] ein neues Produkt
   *[other] { $products } neue Produkte
}, { $variants ->
    [one] eine neue Ausführung
   *[other] { $variants } neue Ausführungen
}
catalog-import-count-changed = { $products ->
    [one] ein Produkt geändert
   *[other] { $products } Produkte geändert
}, { $variants ->
    [one] eine Ausführung geändert
   *[other] { $variants } Ausführungen geändert
}
catalog-import-count-unchanged = { $products ->
    [one] ein Produkt unverändert
   *[other] { $products } Produkte unverändert
}, { $variants ->
    [one] eine Ausführung unverändert
   *[other] { $variants } Ausführungen unverändert
}
catalog-import-count-bad = { $count ->
    [one] <b>Eine Zeile ausgelassen</b>: Sie ist nicht brauchbar
   *[other] <b>{ $count } Zeilen ausgelassen</b>: Sie sind nicht brauchbar
}
catalog-import-more = … und { $count ->
    [one] eine weitere
   *[other] { $count } weitere
}
catalog-import-line = Zeile { $line }

# Was an einer Zeile nicht stimmt
catalog-import-bad-handle = es gibt weder Handle noch Titel, ich weiß also nicht, welches Produkt es ist
catalog-import-bad-handle-long = das Handle ist zu lang
catalog-import-bad-quote = ein Anführungszeichen wird geöffnet und nicht richtig geschlossen
catalog-import-bad-columns = { $found ->
    [one] es gibt eine Zelle
   *[other] es gibt { $found } Zellen
}, aber die erste Zeile nennt { $expected } Spalten
catalog-import-bad-price = „{ $value }“ ist kein Preis
catalog-import-bad-price-negative = „{ $value }“ liegt unter null
catalog-import-bad-price-digits = „{ $value }“ hat mehr Stellen als { $currency }
catalog-import-bad-price-high = „{ $value }“ ist mehr, als man auf einmal zahlen kann
catalog-import-bad-price-missing = „{ $value }“ hat keinen Preis
catalog-import-bad-currency = „{ $value }“ ist nicht in { $currency }
catalog-import-bad-stock = „{ $value }“ ist keine Stückzahl
catalog-import-bad-duplicate = „{ $value }“ von { $handle } steht schon in dieser Datei
catalog-import-bad-no-title = „{ $handle }“ hat keinen Titel
catalog-import-bad-no-variants = „{ $handle }“ hat keine Ausführung mit einem Preis
catalog-import-bad-missing = das fehlt
catalog-import-bad-value = das hat die falsche Form
catalog-import-bad-merchant = die Produkte von „{ $name }“ gehören dir nicht und werden ausgelassen
catalog-import-note-sku = die SKU „{ $value }“ steht bei mehr als einer Ausführung
catalog-import-note-price-zero = ein Preis von null: es kann erst gekauft werden, wenn du einen setzt
catalog-import-note-stock-negative = der Bestand { $value } gilt als 0
catalog-import-note-choice = „{ $value }“ ist keins von { $choices } und wird übergangen
catalog-import-note-picture = das Bild „{ $name }“ lässt sich nicht lesen

# Was Käufer digitaler Waren bekommen
catalog-download-button = Datei für Käufer
catalog-download-file = Käufer bekommen „{ $name }“ ({ $megabytes } MB).
catalog-download-text = Käufer bekommen diesen Text: { $text }
catalog-download-missing = ⚠️ Das kann noch niemand kaufen: Es fehlt die Datei, die Käufer bekommen.
catalog-download-coming = Danke, ich hole die Datei …
catalog-download-added = ✓ Ab jetzt bekommen Käufer diese Datei.
catalog-download-text-set = ✓ Ab jetzt bekommen Käufer diesen Text.
catalog-ask-download = Schick mir die Datei, die Käufer von „{ $title }“ bekommen, höchstens 20 MB groß. Ein Link oder ein anderer Text geht auch.
catalog-error-download-missing = Das kann man noch nicht kaufen: Die Datei dazu fehlt. Bitte schau später noch einmal.
catalog-error-download-large = Diese Datei ist zu groß. Telegram erlaubt mir höchstens { $megabytes } MB.
catalog-error-not-digital = Dieses Produkt kommt im Paket. Nur digitale Waren haben eine Datei für Käufer.
catalog-import-note-download = die Datei für Käufer, „{ $name }“, ist nicht lesbar
catalog-card-seller = Verkauft von { $name }

# Was verkauft wird, und Bilder an ihrer Adresse
catalog-which-kind = Was ist das neue Produkt?
catalog-new-parcel-button = Etwas zum Verschicken
catalog-new-download-button = Ein Download
catalog-ask-stars = Wie viele Telegram-Sterne kostet „{ $title }“? Downloads werden nur gegen Sterne verkauft.
catalog-stars-missing = ⚠️ Das kann noch niemand kaufen: Es fehlt ein Preis in Sternen.
catalog-error-stars-alone = Downloads werden nur gegen Telegram-Sterne verkauft. Bitte schick eine Anzahl von Sternen, etwa 250.
catalog-question-over = Diese Frage ist schon beantwortet.
catalog-export-of = Hier sind die Produkte von { $name }:
catalog-stock-count = { $count ->
    [0] ausverkauft
    [one] ein Stück
   *[other] { $count } Stück
}
catalog-import-stopped = <b>{ $name }</b> wurde angehalten. Was bis dahin kam, bleibt:
catalog-import-count-pictures = { $count ->
    [one] ein Bild an seiner Adresse: Ich hole es jetzt
   *[other] { $count } Bilder an ihren Adressen: Ich hole sie jetzt
}
catalog-pictures-missing = ⚠️ { $count ->
    [one] Ein Bild war nicht zu holen; warum, steht beim Produkt.
   *[other] { $count } Bilder waren nicht zu holen; warum, steht bei den Produkten.
}
catalog-pictures-again-button = Bilder noch einmal holen
catalog-pictures-again = { $count ->
    [one] Ich versuche ein Bild noch einmal.
   *[other] Ich versuche { $count } Bilder noch einmal.
}
catalog-picture-trouble = ⚠️ Kein Bild von { $address }: { $why ->
    [address] Ich öffne nur öffentliche https-Adressen.
    [gone] Unter dieser Adresse liegt nichts.
    [kind] Das ist kein JPEG, PNG, WebP oder GIF.
    [large] Es ist zu groß.
   *[silent] Dort antwortet niemand.
}
catalog-group-buy-button = 👥 Gruppenkauf starten
