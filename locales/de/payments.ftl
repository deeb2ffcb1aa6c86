payments-command-paysupport = Hilfe bei einer Zahlung

payments-support =
    <b>Hilfe bei einer Zahlung</b>

    /orders zeigt, was du gekauft hast und was zurückgezahlt wurde. Falls zweimal abgebucht wurde, geht die zweite Zahlung von selbst zurück.

    Über eine Rückzahlung entscheidet der Händler: Öffne die Bestellung; darin steht, wie du ihn erreichst. Stimmt er zu, dauert es bei Karten 5 bis 10 Tage, bis das Geld bei deiner Bank ist; Sterne kommen sofort zurück.

    Der Support von Telegram kann bei Käufen hier nicht helfen. Wenn der Händler nicht antwortet, hilft /support.

payments-surplus-returned = Dir wurden <b>{ $money }</b> zu viel abgebucht. Das Geld ist auf dem Weg zurück zu dir; du musst nichts tun.

payments-refund-failed =
    ⚠️ <b>Eine Rückzahlung hat nicht geklappt.</b>
    { $money }, Rückzahlung Nummer { $refund }. Der Zahlungsdienst sagt: { $trouble }.
    Das Geld steht dem Käufer weiter zu. Prüfe das Konto des Händlers beim Zahlungsdienst und versuch es dann noch einmal.
payments-refund-retry-button = Noch einmal versuchen
payments-refund-trying-again = Ich versuche es noch einmal. Falls der Zahlungsdienst wieder ablehnt, erfährst du es hier.

payments-error-unknown = Diese Rechnung ist nicht von uns oder nicht mehr gültig.
payments-error-not-yours = Diese Rechnung ist für jemand anderen. Drück auf Kaufen, dann bekommst du deine eigene.
payments-error-too-late = Diese Bestellung kann nicht mehr bezahlt werden. Drück noch einmal auf Kaufen, das geht ganz schnell.
payments-error-already-paid = Das ist schon bezahlt. Siehe /orders.
payments-error-price-changed = Der Preis ist jetzt { $price }. Es wurde nichts abgebucht. Drück noch einmal auf Kaufen, um den neuen Preis zu sehen.
payments-error-no-account = Dieser Händler kann noch keine Zahlungen annehmen. Es wurde nichts abgebucht.
payments-error-page = Die Bezahlseite lässt sich gerade nicht öffnen. Es wurde nichts abgebucht, und nichts ist verloren: Drück den Knopf gleich noch einmal.
payments-error-refund-too-large = Es sind nur noch { $left } zurückzuzahlen.
payments-error-nothing-to-refund = Es gibt nichts mehr zurückzuzahlen.
payments-error-only-whole-refunds = Telegram zahlt Sterne nur im Ganzen zurück: Wähle die vollen { $price }.
payments-error-unknown-refund = Diese Rückzahlung kenne ich nicht.
payments-disputed = ⚠️ Zur Zahlung { $payment } wurden <b>{ $money }</b> bei der Bank zurückgefordert ({ $reason }). Wie lange der Händler antworten kann, steht im Dashboard von Stripe.
payments-unexplained = ⚠️ Stripe hat <b>{ $money }</b> der Zahlung { $payment } zurückgegeben ({ $number }), und meine Bücher erklären das nicht. Bitte vergleiche beides.
payments-hold-differs = ⚠️ Zur Zahlung { $payment } sagen meine Bücher „{ $ours }“ und Stripes Liste „{ $theirs }“. Bitte vergleiche beides.
payments-error-fee = Bitte wähle einen Anteil von 0 bis { $max } Prozent, mit höchstens zwei Stellen nach dem Komma.
payments-books-differ = ⚠️ Zur Zahlung { $payment } ({ $subject }) sagen meine Bücher „{ $ours }“ und Stripes Liste „{ $theirs }“. Bitte vergleiche beides.
