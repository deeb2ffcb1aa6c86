orders-command-cart = Dein Warenkorb
orders-command-orders = Was du gekauft hast
orders-command-order = Eine deiner Bestellungen: /order 12
orders-command-sales = Was zu verschicken ist und alles Verkaufte

orders-buy-button = Kaufen
orders-sold-out-button = Ausverkauft
orders-gone-button = Nicht mehr erhältlich
orders-close-button = Schließen
orders-back-button = ‹ Zurück
orders-open-button = Bestellung öffnen

orders-tap-one = Das habe ich unter der Auswahl nicht gefunden. Tippe bitte auf einen der Knöpfe.
orders-choose =
    { $kind ->
        [size] Wähle eine Größe
        [colour] Wähle eine Farbe
        [material] Wähle ein Material
        [style] Wähle eine Ausführung
        [length] Wähle eine Länge
        [diameter] Wähle einen Durchmesser
        [capacity] Wähle ein Fassungsvermögen
        [volume] Wähle ein Volumen
        [back] Wähle eine Rückenlänge
       *[other] Bitte wähle: { $option }
    }
orders-receipt-comes = Der Beleg kommt in unseren privaten Chat; dort zeigt /orders ihn jederzeit.
orders-pay-button =
    { $more ->
        [yes] { $total } + Versand zahlen
       *[no] { $total } zahlen
    }
orders-add-button = In den Warenkorb
orders-terms =
    <b>Vor deiner ersten Zahlung</b>
    Du kaufst bei dem Händler, der auf der Karte steht, zu dem Preis im Zahlungsformular. Deine Adresse bekommt nur dieser Händler. Über Rückzahlungen entscheidet der Händler; das Recht deines Landes geht vor.

    Ausführlich steht es in /terms und /privacy. Bist du einverstanden?
orders-terms-accept-button = Einverstanden, weiter
orders-number = Bestellung { $number }

orders-held =
    <b>Bestellung { $number }</b> bei { $merchant }
    { $lines }

    { $more ->
        [yes] <b>{ $total }</b> ohne Versand
       *[no] <b>{ $total }</b>
    }, { $span } für dich reserviert.
orders-invoice =
    { $more ->
        [yes] Von { $merchant }, Versand kommt hinzu: { $lines }
       *[no] Von { $merchant }: { $lines }
    }
orders-cancel-button = Abbrechen
orders-expired-held = Bestellung { $number }: Die Zeit zum Bezahlen ist abgelaufen.
orders-cancelled = Bestellung { $number } ist abgebrochen. Es wurde nichts abgebucht.
orders-go-on-button = Jetzt zahlen
orders-again-button = Noch einmal versuchen

orders-cart =
    <b>Dein Warenkorb</b> – { $merchant }
    { $lines }

    { $more ->
        [yes] <b>{ $total }</b> ohne Versand
       *[no] <b>{ $total }</b>
    }
orders-cart-changed = Seit du zuletzt geschaut hast, hat sich etwas geändert: Es gelten die heutigen Preise, und was nicht mehr verkauft wird, ist nicht mehr dabei.
orders-clear-button = Warenkorb leeren
orders-show-cart-button = Warenkorb zeigen
orders-added =
    { $count ->
        [one] Liegt im Warenkorb. Darin ist jetzt ein Stück.
       *[other] Liegt im Warenkorb. Darin sind jetzt { $count } Stück.
    }
orders-other-merchant = In deinem Warenkorb liegt Ware von <b>{ $theirs }</b>, und ein Warenkorb kann nur von einem Händler sein. Neu anfangen mit <b>{ $ours }</b>?
orders-start-over-button = Neu anfangen
orders-keep-cart-button = Warenkorb behalten

orders-receipt =
    ✅ <b>Bezahlt – Bestellung { $number }</b>
    { $merchant }, { $when }

    { $lines }
    Summe: <b>{ $total }</b>

    { $digital ->
        [yes] Die Datei kommt sofort hinterher. Unter /orders bekommst du sie jederzeit wieder.
       *[no] Ich melde mich, wenn sie unterwegs ist.
    }
orders-title = <b>Bestellung { $number }</b> – { $merchant }
orders-status-draft = Im Warenkorb
orders-status-reserved = Wartet auf deine Zahlung
orders-status-expired = Die Zeit zum Bezahlen ist abgelaufen
orders-status-cancelled = Abgebrochen
orders-status-pledged = Im Gruppenkauf – wartet, ob er klappt
orders-status-released = Der Gruppenkauf kam nicht zustande – du zahlst nichts
orders-status-paid = Bezahlt
orders-status-shipped = Unterwegs
orders-status-delivered = Angekommen
orders-status-refunded = Geld zurückgezahlt
orders-status-downloaded = Als Download zugestellt
orders-short-draft = Warenkorb
orders-short-reserved = zu zahlen
orders-short-expired = abgelaufen
orders-short-cancelled = abgebrochen
orders-short-pledged = wartet auf die anderen
orders-short-released = nicht geklappt
orders-short-paid = bezahlt
orders-short-shipped = unterwegs
orders-short-delivered = angekommen
orders-short-refunded = erstattet
orders-short-downloaded = Download
orders-summary =
    { $more ->
        [0] { $number } · { $what } · { $total } · { $status }
       *[other] { $number } · { $what } +{ $more } · { $total } · { $status }
    }
orders-more-lines =
    { $count ->
        [one] … und noch eine Position
       *[other] … und noch { $count } Positionen
    }
orders-line-refunded =
    { $count ->
        [one] {" "}(eins erstattet)
       *[other] {" "}({ $count } erstattet)
    }
orders-delivery = { $title } – { $price }
orders-sku = Art.-Nr. { $sku }
orders-handed-over = 📍 In der Gruppe abzuholen
orders-delivery-included = Versand inbegriffen
orders-total = Summe: <b>{ $total }</b>
orders-refunded = Zurückgezahlt: { $money }
orders-address =
    <b>Adresse</b>
    { $address }
orders-tracking =
    { $count ->
        [one] <b>Sendungsnummer</b>
       *[other] <b>Sendungsnummern</b>
    }
    { $numbers }
orders-copy-button = { $number } kopieren
orders-merchant-contact = Händler kontaktieren: { $contact }
orders-none = Du hast noch nichts gekauft. Schreib /shop und was du suchst, hier oder in einer Gruppe.
orders-list-button = ‹ Alle meine Bestellungen
orders-list =
    { $count ->
        [one] <b>Deine Bestellung</b>
       *[other] <b>Deine { $count } Bestellungen</b>
    }
orders-received-button = Ist angekommen

orders-shipped =
    📦 <b>Bestellung { $number } ist unterwegs</b>, sagt { $merchant }.

    { $count ->
        [one] Sendungsnummer:
       *[other] { $count } Pakete:
    }
    { $numbers }
orders-shipped-plain = 📦 <b>Bestellung { $number } ist unterwegs</b>, sagt { $merchant }.
orders-expired =
    Die Zeit zum Bezahlen ist abgelaufen, und das liegt wieder im Regal:
    { $lines }

    Es wurde nichts abgebucht.
orders-refund-whole = { $merchant } zahlt dir <b>{ $money }</b> zurück: Bestellung { $number } ist damit ganz erstattet. { $stars ->
        [yes] Die Sterne kommen sofort.
       *[no] Deine Bank braucht dafür 5 bis 10 Tage.
    }
orders-refund-part = { $merchant } zahlt dir <b>{ $money }</b> von Bestellung { $number } zurück. { $stars ->
        [yes] Die Sterne kommen sofort.
       *[no] Deine Bank braucht dafür 5 bis 10 Tage.
    }
orders-late-sold-out = Deine Zahlung für Bestellung { $number } kam nach Ablauf der Zeit, und inzwischen hat jemand anderes das letzte Stück gekauft. Deine <b>{ $money }</b> sind auf dem Weg zurück zu dir. Das tut uns leid!
orders-late-paid-already = Bestellung { $number } war schon bezahlt. Die zweite Zahlung von <b>{ $money }</b> ist auf dem Weg zurück zu dir.
orders-hold-sold-out = Deine Reservierung für Bestellung { $number } kam erst nach Ablauf der Zeit, und inzwischen ist das letzte Stück weg. Es wurde nichts abgebucht, und nichts bleibt reserviert. Tut uns leid!
orders-hold-unfit = Die gewählte Lieferart geht nicht zu deiner Adresse, deshalb wurde Bestellung { $number } nicht angenommen. Es wurde nichts abgebucht. Drück noch einmal auf Bezahlen und wähl eine andere.
orders-card-note =
    Jetzt wird nichts abgebucht. Deine Karte wird gespeichert und mit höchstens { $total } belastet, wenn der Gruppenkauf klappt; klappt er nicht, wird sie wieder vergessen.{ $address ->
        [yes] { " " }Dein Paket geht an die Rechnungsadresse, die du hier angibst.
       *[no] { "" }
    }

orders-sale-new = 🛍 <b>Neue Bestellung { $number }</b>
orders-sale = <b>Bestellung { $number }</b>
orders-sales-open =
    { $count ->
        [0] <b>Nichts ist zu verschicken.</b>
        [one] <b>Eine Bestellung ist zu verschicken</b>
       *[other] <b>{ $count } Bestellungen sind zu verschicken</b>
    }
orders-sales-all =
    { $count ->
        [0] <b>Noch wurde nichts verkauft.</b>
        [one] <b>Bisher eine Bestellung</b>
       *[other] <b>Bisher { $count } Bestellungen</b>
    }
orders-sales-open-button = Zu verschicken
orders-sales-all-button = Alle Bestellungen
orders-ship-button = Verschicken
orders-ship-more-button = Sendungsnummer ergänzen
orders-delivered-button = Angekommen
orders-refund-begin-button = Rückzahlung
orders-ask-tracking = <b>Antworte auf diese Nachricht</b> mit der Sendungsnummer von Bestellung { $number }. Mehrere Pakete: eine Nummer je Zeile.
orders-no-tracking-button = Ohne Nummer verschickt
orders-parcels-noted =
    { $count ->
        [one] ✓ Notiert. Der Käufer hat die Sendungsnummer.
       *[other] ✓ Notiert. Der Käufer hat die { $count } Sendungsnummern.
    }
orders-tracking-noted = Bestellung { $number } ist unterwegs, und der Käufer weiß es. Antworte auf diese Nachricht, um eine weitere Sendungsnummer zu ergänzen.
orders-refund-plan =
    <b>Rückzahlung für Bestellung { $number }</b>
    Tippe auf eine Zeile, um ein Stück weniger zu erstatten. Gewählt: <b>{ $money }</b>
orders-refund-shipping-on-button = ✓ Auch den Versand
orders-refund-shipping-off-button = · Ohne Versand
orders-refund-restock-on-button = ✓ Zurück ins Regal
orders-refund-restock-off-button = · Nicht zurück ins Regal
orders-refund-button = { $money } zurückzahlen …
orders-refund-review =
    <b>{ $money }</b> für Bestellung { $number } zurückzahlen?
    { $lines }
orders-refund-shelf =
    { $restock ->
        [yes] Die Ware kommt zurück ins Regal.
       *[no] Die Ware kommt nicht zurück ins Regal.
    }
orders-refund-sure-button = Ja, { $money } zurückzahlen
orders-refund-failed = ⚠️ Die Rückzahlung von { $money } für Bestellung { $number } hat nicht geklappt. Die Betreiber des Ladens wissen es; das Geld steht dem Käufer weiter zu.
orders-unfinished = Bestellung { $number } ist noch nicht bei dir; ohne deine Adresse kommt sie vielleicht nicht an.

orders-no-till = { $merchant } kann noch keine Zahlungen annehmen. Es wurde nichts abgebucht, und der Laden weiß jetzt, dass jemand kaufen wollte.
orders-error-unknown = Diese Bestellung kenne ich nicht, oder sie gehört jemand anderem.
orders-error-no-price = „{ $title }“ hat noch keinen Preis. Frag den Händler.
orders-error-only-for-stars = „{ $title }“ gibt es nur für Sterne, und der Händler hat noch keinen Preis in Sternen genannt.
orders-error-price-changed = „{ $title }“ kostet jetzt { $price }. Es wurde nichts abgebucht. Drück noch einmal auf Kaufen, um weiterzumachen.
orders-error-cart-changed = Dein Warenkorb kostet jetzt { $price }. Es wurde nichts abgebucht. Schau ihn dir noch einmal an: /cart
orders-error-closed = Bestellung { $number } lässt sich nicht mehr bezahlen oder ändern. Siehe /orders.
orders-error-no-delivery = { $merchant } liefert nicht in dieses Land. Es wurde nichts abgebucht.
orders-error-delivery-missing = Bitte wähle eine Adresse und eine Versandart.
orders-error-way-missing = Bitte wähle zuerst, wie geliefert werden soll.
orders-error-not-mixed = Pakete und Downloads werden verschieden bezahlt: Bitte kauf sie nacheinander.
orders-error-cart-empty = Dein Warenkorb ist leer. Schreib /shop und was du suchst, hier oder in einer Gruppe.
orders-error-cart-full = Dein Warenkorb ist voll: höchstens { $max } verschiedene Dinge.
orders-error-other-merchant = In deinem Warenkorb liegt Ware von { $theirs }. Bezahl sie oder leere ihn zuerst.
orders-error-terms = Bitte nimm zuerst die Bedingungen an: /terms
orders-error-cannot-ship = Bestellung { $number } lässt sich jetzt nicht verschicken.
orders-error-tracking-number = „{ $number }“ sieht nicht nach einer Sendungsnummer aus: Buchstaben und Ziffern, eine je Zeile.
orders-error-tracking-missing = Darin habe ich keine Sendungsnummer gefunden.
orders-error-too-many-parcels = Höchstens { $max } Pakete je Bestellung.
orders-error-cannot-refund = Von Bestellung { $number } lässt sich jetzt nichts zurückzahlen.
orders-error-nothing-chosen = Wähle mindestens ein Stück, das erstattet wird.
orders-error-refunded-meanwhile = Von Bestellung { $number } wurde inzwischen etwas zurückgezahlt. Bitte wähle neu.

orders-file-again-button = Datei noch einmal senden
orders-file-in-private = Öffne unseren privaten Chat und schreib dort /orders: In der Gruppe sähen alle die Datei.
orders-goods-text =
    Hier ist <b>{ $title }</b>:
    { $text }
orders-goods-missing = Die Datei zu <b>{ $title }</b> ist gerade nicht zu finden. Bitte schreib dem Händler; wie, steht unter /orders.
orders-error-nothing-to-send = Hier gibt es nichts zu senden: Zu dieser Bestellung gehört keine Datei, oder ihr Geld wurde zurückgezahlt.
orders-refund-outside = <b>{ $money }</b> aus Bestellung { $number } wurden bei deinem Zahlungsanbieter erstattet. Ich habe es verbucht und dem Käufer gesagt.
orders-disputed = ⚠️ Der Käufer von Bestellung { $number } fordert <b>{ $money }</b> über seine Bank zurück. Antworte im Dashboard deines Zahlungsanbieters oder schreib dem Käufer; noch ist nichts verloren.
orders-paid-whisper = ✅ <b>Bezahlt.</b> Der Beleg zu Bestellung { $number } ist in unserem privaten Chat.
orders-paid-held = ✅ <b>Bezahlt</b> – Bestellung { $number }. Gleich kommt der Beleg.
