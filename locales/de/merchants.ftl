# The commands
merchants-command-myshop = Dein Laden: Name, Versand, Team, Zahlungen
merchants-command-merchants = Läden öffnen und schließen, Inhaber einladen

# What can go wrong
merchants-error-operators-only = Das können nur die Betreiber dieses Bots.
merchants-error-owners-only = Das kann nur, wem der Laden gehört.
merchants-error-invitation-over = Diese Einladung wurde schon benutzt, ist abgelaufen oder wurde ersetzt. Bitte lass dir einen neuen Link geben.
merchants-error-not-on-team = Diese Person gehört nicht mehr zum Team.
merchants-error-owners-stay = Wem der Laden gehört, kann hier nicht entfernt werden. Bitte wende dich an die Betreiber dieses Bots.
merchants-error-country = Das Land „{ $written }“ kenne ich nicht. Schick den Namen oder das Kürzel, etwa Deutschland oder DE.
merchants-error-countries-many = Das sind zu viele. Bitte nenne höchstens { $max } Länder oder schick * für überall.
merchants-error-currency = Die Währung „{ $written }“ kenne ich nicht. Möglich sind: { $known }.
merchants-error-shipping-gone = Diese Versandart gibt es nicht mehr.
merchants-error-shipping-many = Ein Laden kann höchstens { $max } Versandarten haben.
merchants-error-days = Bitte schick Tage von 0 bis { $max }, etwa 2-4, oder einen Strich, wenn du es nicht weißt.
merchants-error-price = Bitte schick einen Preis in deinen Währungen ({ $taken }), etwa 4,90 EUR. Mehrere trennst du mit Strichpunkt: 4,90 EUR; 5,50 USD
merchants-error-token = Das ist kein Provider-Token. Von @BotFather bekommst du eines wie 123456789:LIVE:abc…
merchants-error-key = Das ist kein geheimer Schlüssel von Stripe. Er beginnt mit sk_ oder rk_.
merchants-error-key-publishable = Das ist der öffentliche Schlüssel von Stripe. Zum Erstatten brauche ich den geheimen, der mit sk_ oder rk_ beginnt.
merchants-error-modes-differ = Eins von beiden ist zum Testen, das andere für echtes Geld. Bitte schick einen Schlüssel, der zum Token passt.
merchants-error-not-connected = Bitte verbinde zuerst das Provider-Token.

# Buttons
merchants-yes-button = Ja
merchants-no-button = Nein, zurück
merchants-new-button = Neuen Laden öffnen
merchants-all-button = « Alle Läden
merchants-invite-owner-button = Inhaber einladen
merchants-close-button = Laden schließen
merchants-reopen-button = Wieder öffnen
merchants-back-button = « Zurück
merchants-copy-button = Link kopieren
merchants-ask-name-button = Name
merchants-ask-about-button = Über uns
merchants-ask-support-button = Kontakt
merchants-ask-currencies-button = Währungen
merchants-ask-countries-button = Lieferländer
merchants-shipping-button = Versand
merchants-team-button = Team
merchants-till-button = Zahlungen
merchants-shipping-new-button = Versandart hinzufügen
merchants-option-name-button = Name
merchants-option-price-button = Preise
merchants-option-days-button = Tage
merchants-option-countries-button = Länder
merchants-remove-button = Entfernen
merchants-remove-member-button = { $name } entfernen
merchants-invite-staff-button = Jemanden einladen
merchants-token-button = Provider-Token
merchants-key-button = Stripe-Schlüssel
merchants-off-button = Trennen
merchants-connect-button = Zahlungen verbinden
merchants-shop-button = Mein Laden

# The operator
merchants-list = <b>Läden</b>: { $count ->
    [0] noch keiner
    [one] einer
   *[other] { $count }
}
merchants-list-empty = Öffne den ersten und schick den Link an die Person, der er gehört.
merchants-line = • <b>{ $name }</b> – { $country }, { $currencies }{ $status ->
    [closed] , geschlossen
   *[open] {""}
}
merchants-sheet = <b>{ $name }</b>{ $status ->
    [closed] {" "}– geschlossen, nichts wird verkauft
   *[open] {""}
}
merchants-fact-country = Land: { $value }
merchants-fact-currencies = Währungen: { $value }
merchants-fact-owners = Inhaber: { $value }
merchants-fact-team = Team: { $count ->
    [0] noch niemand
    [one] eine Person
   *[other] { $count } Personen
}
merchants-fact-products = Im Regal: { $count ->
    [0] noch nichts
    [one] ein Produkt
   *[other] { $count } Produkte
}
merchants-invitation-waits = Eine Einladung an den Inhaber gilt noch bis { $until }.
merchants-nothing-yet = <i>noch nichts</i>
merchants-nameless = Person { $number }
merchants-and-more = { $names } und { $count ->
    [one] ein weiteres
   *[other] { $count } weitere
}
merchants-ask-open-name = Wie heißt der neue Laden?
merchants-ask-open-country = In welchem Land ist <b>{ $name }</b>? Schick den Namen oder das Kürzel, etwa Deutschland oder DE.
merchants-ask-open-currency = { $country }. In welcher Währung verkauft der Laden? Schick das Kürzel, etwa EUR.
merchants-opened = ✓ <b>{ $name }</b> ist geöffnet. Vorerst wird im eigenen Land geliefert; das kann der Inhaber ändern.
merchants-owner-link =
    Schick diesen Link an die Person, der <b>{ $name }</b> gehört:
    { $link }

    Wer ihn zuerst öffnet, wird Inhaber. Er gilt einmal, bis { $until }; ein neuer Link macht diesen ungültig.
merchants-closed-now = ✓ Der Laden ist geschlossen. Seine Produkte werden nicht verkauft; gelöscht wurde nichts.
merchants-open-now = ✓ Der Laden ist wieder offen.

# The owner
merchants-fact-about = Über uns: { $value }
merchants-fact-support = Kontakt: { $value }
merchants-fact-ships-to = Liefert nach: { $value }
merchants-fact-shipping = Versand: { $count ->
    [0] im Preis enthalten
    [one] eine Versandart
   *[other] { $count } Versandarten
}
merchants-everywhere = überallhin
merchants-all-countries = in alle deine Lieferländer
merchants-till-none = Zahlungen: nicht verbunden. Noch kann niemand kaufen.
merchants-till-house = Zahlungen: über das eigene Konto dieses Bots
merchants-till-own = Zahlungen: dein eigenes Konto, Token endet auf <code>{ $ending }</code>{ $test ->
    [yes] {" "}(TEST, kein echtes Geld)
   *[no] {""}
}
merchants-changed = ✓ Geändert.
merchants-ask-name = Wie soll <b>{ $name }</b> heißen?
merchants-ask-about = Erzähl Käufern in ein paar Sätzen von <b>{ $name }</b>, in deiner Sprache. Ein Strich nimmt den Text weg.
merchants-ask-support = Wo finden Käufer von <b>{ $name }</b> Hilfe? Schick eine Adresse, eine Nummer oder einen @Namen. Ein Strich nimmt sie weg.
merchants-ask-countries = In welche Länder lieferst du? Schick Namen oder Kürzel, etwa Deutschland, Österreich oder DE, AT. * heißt überallhin.
merchants-ask-currencies = In welchen Währungen verkaufst du? Die erste ist die übliche: EUR, USD
merchants-shipping = <b>{ $name }</b>: Versand
merchants-shipping-none = Noch keine Versandart: Der Versand ist im Preis enthalten.
merchants-option-line = • <b>{ $name }</b> – { $prices }, { $days }
merchants-option = <b>{ $name }</b> (<code>{ $code }</code>)
merchants-fact-prices = Preis: { $value }
merchants-fact-days = Dauer: { $value }
merchants-fact-to = Nach: { $value }
merchants-days = { $count ->
    [one] { $span } Tag
   *[other] { $span } Tage
}
merchants-ask-option-name = Wie heißt diese Versandart?
merchants-ask-option-price = Was kostet sie? Du verkaufst in { $taken }; ein Preis je Währung, etwa 4,90 EUR; 5,50 USD. 0 ist kostenlos.
merchants-ask-option-days = Wie viele Tage dauert es? Schick eine Zahl oder eine Spanne wie 2-4, oder einen Strich, wenn du es nicht weißt.
merchants-ask-option-countries = In welche Länder geht sie? Schick Namen oder Kürzel; * heißt in alle deine Lieferländer.
merchants-option-added = ✓ Hinzugefügt. Du kannst noch sagen, wie lange es dauert und wohin es geht.
merchants-option-sure = <b>{ $name }</b> entfernen? Bestellungen damit bleiben, wie sie sind.
merchants-option-removed = ✓ Entfernt.
merchants-team = <b>{ $name }</b>: Team
merchants-member = • { $name }{ $role ->
    [owner] {" "}(Inhaber)
   *[staff] {""}
}
merchants-team-may = Das Team kümmert sich um Produkte und Bestellungen. Schlüssel, Versand und Team gehören dem Inhaber allein.
merchants-staff-link =
    Schick diesen Link an die Person, die bei <b>{ $name }</b> mithelfen soll:
    { $link }

    Wer ihn zuerst öffnet, gehört zum Team. Er gilt einmal, bis { $until }.
merchants-member-sure = { $name } aus dem Team nehmen?
merchants-member-removed = ✓ Aus dem Team genommen.
merchants-welcome-owner =
    <b>Willkommen! { $name } gehört jetzt dir.</b>
    1. Verbinde deine Zahlungen und sag, wie du lieferst: mit den Knöpfen unten.
    2. Stell Produkte ins Regal: /newproduct, oder eine Datei mit /import.
    3. Hol mich in eine Gruppe, und die Leute können dort kaufen.
merchants-welcome-staff =
    <b>Willkommen im Team von { $name }!</b>
    /products zeigt das Regal, /sales die Bestellungen; alles andere steht in /help.
merchants-joined = { $person } ist jetzt bei <b>{ $name }</b> { $role ->
    [owner] Inhaber.
   *[staff] im Team.
}
merchants-removed = Du gehörst nicht mehr zum Team von <b>{ $name }</b>.
merchants-shop-closed = <b>{ $name }</b> ist vorerst geschlossen: Die Produkte werden nicht verkauft. Bezahlte Bestellungen gehen weiter wie gewohnt. Mehr sagen dir die Betreiber dieses Bots: /support
merchants-shop-reopened = <b>{ $name }</b> ist wieder offen.

# Payment keys
merchants-till = <b>{ $name }</b>: Zahlungen
merchants-till-key = Erstattungen: Stripe-Schlüssel endet auf <code>{ $ending }</code>{ $test ->
    [yes] {" "}(TEST)
   *[no] {""}
}
merchants-till-no-key = Erstattungen: noch kein Stripe-Schlüssel. Ohne ihn erstattest du im Dashboard deines Anbieters.
merchants-till-how = Das Provider-Token kommt von @BotFather: dein Bot → Payments → Stripe. Kommst du da nicht heran, frag die Betreiber dieses Bots. Den Stripe-Schlüssel findest du auf dashboard.stripe.com → Entwickler → API-Schlüssel. Beides wird verschlüsselt gespeichert, und deine Nachricht wird sofort gelöscht.
merchants-ask-token = Schick das Provider-Token von <b>{ $name }</b>. Deine Nachricht lösche ich sofort.
merchants-ask-key = Schick den geheimen Schlüssel deines Stripe-Kontos, für Erstattungen. Ein eingeschränkter Schlüssel, der Erstattungen anlegen darf, genügt. Deine Nachricht lösche ich sofort.
merchants-token-kept = ✓ Verbunden. Käufe gehen ab jetzt an dieses Konto.
merchants-key-kept = ✓ Erstattungen gehen jetzt.
merchants-off-sure = Die Zahlungen von <b>{ $name }</b> trennen? Was darüber bezahlt wurde, kann weiter erstattet werden.
merchants-off-done = ✓ Getrennt.
merchants-stray-secret = Das sah nach einem Zahlungsschlüssel aus: Ich habe ihn gelöscht und nichts behalten. Zum Verbinden öffne /myshop → Zahlungen.
merchants-delete-it-yourself = Ich konnte deine Nachricht mit dem Schlüssel nicht löschen. Bitte lösche sie selbst.
merchants-connection-missed = Jemand wollte bei <b>{ $name }</b> kaufen, aber der Laden kann noch keine Zahlungen annehmen. Verbinde sie, und der Nächste kann bezahlen.

# Die Bücher
merchants-command-statement = Was dein Laden oder deine Gruppe eingenommen hat
merchants-statement-title = <b>{ $name }</b>, { $month }
merchants-statement-none = Es wurde nichts bezahlt und nichts zurückgegeben.
merchants-statement-earned = Von Käufern bezahlt: { $money }
merchants-statement-back = Zurückgegeben: { $money }
merchants-statement-platform-fee = Behalten die Betreiber dieses Bots: { $money }
merchants-statement-commission = Provision für Gruppen: { $money }
merchants-statement-lost = Von Banken der Käufer zurückgeholt: { $money }
merchants-statement-transferred = Auf dein eigenes Stripe-Konto überwiesen: { $money }
merchants-statement-month = Bleibt von diesem Monat: <b>{ $money }</b>
merchants-statement-balance = Seit Beginn: { $money }
merchants-statement-gateway-fee = Behält der Zahlungsanbieter: { $money }
merchants-statement-untold = { $untold ->
    [one] Was der Zahlungsanbieter von einem Verkauf behalten hat: vom Anbieter nicht mitgeteilt.
   *[other] Was der Zahlungsanbieter von { $untold } der { $sales } Verkäufe behalten hat: vom Anbieter nicht mitgeteilt.
}
merchants-statement-how = Gerechnet in UTC. Was bleibt, liegt bei dem, der das Geld angenommen hat: bei deinem eigenen Zahlungsanbieter oder bei den Betreibern dieses Bots. Was der Anbieter behält, geht von dem Konto ab, das das Geld angenommen hat, und ist oben nicht mitgezählt.
merchants-statement-groups = Von welcher Gruppe möchtest du die Provision sehen?
merchants-statement-group-button = Gruppe: { $title }
merchants-statement-file-button = Als Tabelle (CSV)
merchants-statement-caption = { $name }, { $month }: { $count ->
    [one] 1 Buchung
   *[other] { $count } Buchungen
}

# Ein Stripe-Konto unter dem des Hauses (Connect)
merchants-sharing-button = Dein eigenes Stripe-Konto
merchants-sharing-begin-button = Bei Stripe einrichten
merchants-sharing-again-button = Bei Stripe weitermachen
merchants-sharing-end-button = Nicht mehr benutzen
merchants-sharing-go-button = Stripe öffnen
merchants-fee-button = Unser Anteil
merchants-sharing = <b>{ $name }</b>: dein eigenes Stripe-Konto
merchants-sharing-status = { $status ->
    [opening] Stripe wird gerade gebeten, es zu eröffnen.
    [onboarding] Stripe möchte noch etwas von dir wissen, bevor es Geld für dich annimmt.
    [ready] ✓ Bereit (endet auf <code>{ $ending }</code>): Was auf der Seite von Stripe reserviert oder abgebucht wurde, geht direkt dorthin.
   *[none] Nicht eingerichtet. Die Betreiber dieses Bots nehmen das Geld deiner Käufer auf der Seite von Stripe an und schulden es dir.
}
merchants-sharing-fee = Sie behalten { $part } von jedem solchen Verkauf.
merchants-sharing-how = Stripe fragt, wer du bist und wohin dein Geld gehen soll; dieser Bot erfährt davon nichts. Der Anteil zählt von dem, was wirklich abgebucht wird, abgerundet auf ganze Cent. Gibst du Geld zurück, bekommst du denselben Teil des Anteils zurück. Verkäufe über das Zahlungsformular von Telegram werden nicht geteilt.
merchants-sharing-begun = Einen Moment: Der Link zu Stripe kommt in ein paar Sekunden.
merchants-sharing-link = Hier sagst du Stripe, wer du bist, für <b>{ $name }</b>. Der Link öffnet sich einmal und nur für ein paar Minuten.
merchants-sharing-refused = Stripe eröffnet gerade kein Konto für <b>{ $name }</b> ({ $trouble }). Bitte frag die Betreiber dieses Bots: /support
merchants-sharing-sure = Soll das Geld von <b>{ $name }</b> nicht mehr auf dein eigenes Stripe-Konto gehen? Neue Verkäufe halten die Betreiber dieses Bots; was bisher verkauft wurde, bleibt, wo es ist.
merchants-sharing-ended = ✓ Neue Verkäufe gehen nicht mehr dorthin.
merchants-sharing-ready = ✅ <b>{ $name }</b>: Stripe weiß genug. Was auf seiner Seite abgebucht wird, geht ab jetzt direkt auf dein eigenes Konto, abzüglich des vereinbarten Anteils.
merchants-sharing-paused = ⚠️ Stripe nimmt für dein Konto von <b>{ $name }</b> nichts mehr an: Es möchte mehr von dir wissen. Bis dahin halten die Betreiber dieses Bots das Geld neuer Verkäufe für dich.
merchants-sharing-fee-changed = Die Betreiber dieses Bots behalten ab jetzt { $part } von dem, was <b>{ $name }</b> über Stripe verkauft. Frühere Verkäufe bleiben, wie sie waren.
merchants-ask-fee = Wir behalten { $part } von dem, was <b>{ $name }</b> über Stripe verkauft. Wie viel soll es für Verkäufe ab jetzt sein? Schick einen Anteil wie 2,5 %.
merchants-fee-kept = ✓ { $part } von Verkäufen ab jetzt.
