people-command-start = Hier geht es los
people-command-help = Was du hier tun kannst
people-command-language = Sprache wählen
people-command-timezone = Zeitzone einstellen
people-command-terms = Verkaufsbedingungen
people-command-privacy = Was über dich gespeichert ist
people-command-support = Hilfe von einem Menschen
people-command-export-me = Alles über dich als Datei
people-command-delete-me = Deine Daten löschen lassen

people-welcome =
    <b>Hallo { $name }!</b>
    Ich bin ein Laden, der in Gruppenchats wohnt. Frag mich in einer Gruppe nach einem Produkt und kauf es gleich dort; hier bei mir findest du deinen Warenkorb, deine Bestellungen und Belege.

    Mit /help siehst du, was du tun kannst, mit /language wählst du eine andere Sprache.
people-welcome-add-button = In eine Gruppe einladen

people-help = <b>Was du hier tun kannst</b>
people-help-end = Schreib in einer Gruppe /shop und was du suchst, oder antworte auf eine meiner Karten mit einer Frage.
people-help-end-group = Schreib /shop und was du suchst, oder antworte auf eine meiner Karten mit einer Frage. In unserem privaten Chat kannst du noch mehr.

people-language = Ich spreche { $language } mit dir. Wähle eine andere Sprache:
people-language-chosen = Gern auf Deutsch!
people-error-language = Diese Sprache spreche ich noch nicht.

people-zone =
    Deine Zeitzone ist <b>{ $zone }</b>.
    Wähle eine andere oder schick mir deine Stadt: <code>/timezone Vienna</code>
people-error-zone = Die Zeitzone „{ $zone }“ kenne ich nicht. Versuch es mit der nächsten Großstadt auf Englisch, zum Beispiel: /timezone Zurich

people-terms =
    <b>Verkaufsbedingungen</b>

    <b>Wer verkauft.</b> Jedes Produkt verkauft der Händler, der auf der Karte steht. Dein Vertrag besteht mit ihm; dieser Laden nimmt die Bestellung an und gibt sie weiter. Telegram ist nicht beteiligt.

    <b>Preis.</b> Du zahlst den Preis, der im Bezahlfenster steht. Versand kommt, wo er anfällt, dort vor dem Bezahlen dazu. Haben sich Preis oder Bestand inzwischen geändert, wird die Zahlung abgelehnt und nichts abgebucht.

    <b>Bezahlung.</b> Um deine Karte kümmern sich Telegram und der Zahlungsdienst; Kartennummern erreichen diesen Laden nie. Digitale Waren werden nur mit Telegram-Sternen bezahlt.

    <b>Lieferung.</b> Der Händler schickt an die Adresse, die du angibst, und die Sendungsnummer kommt hierher. Digitale Waren bekommst du in unserem privaten Chat.

    <b>Geld zurück.</b> Frag den Händler über /orders oder /paysupport. Erstattet wird auf dem Weg, auf dem bezahlt wurde. Hast du bezahlt und die Ware ist weg, bekommst du dein Geld ohne Nachfrage zurück. Deine gesetzlichen Rechte bleiben unberührt.

    <b>Fairness.</b> Bitte bestell nicht in fremdem Namen und gib Nachrichten dieses Ladens nicht als deine eigenen aus.
people-terms-accept-button = Ich stimme zu
people-terms-accepted = ✓ Du hast am { $when } zugestimmt.
people-terms-thanks = Danke – jetzt kannst du bezahlen.

people-privacy =
    <b>Was über dich gespeichert ist</b>

    • Deine Telegram-Nummer, dein Name und Benutzername, deine Sprache und Zeitzone und die Stunde, in der du zuletzt hier warst.
    • In welche Gruppen du mich eingeladen hast.
    • Was du bestellst: Produkte, Preise, Zahlungsnummern, Stand der Lieferung. Nie eine Kartennummer.
    • Bei welchen Gruppenkäufen du dabei bist. Stückzahl, Zeit, Platz und ein Kürzel stehen in einem Protokoll, das alle lesen können; dein Name nicht.
    • Wonach du suchst, sieben Tage lang.
    • Für die Lieferung: Name, Adresse, Telefon und E-Mail, wie du sie angibst. Sie liegen verschlüsselt, der Schlüssel getrennt davon, und nur der Händler sieht sie, der an dich verschickt.
    • In Gruppen: nur Nachrichten an mich – Befehle, Antworten auf meine Nachrichten – und was ich geantwortet habe. Chats werden nicht gesammelt, und nichts davon trainiert ein Modell.

    <b>Wer es sieht.</b> Du, der Händler, bei dem du kaufst, und wer diesen Laden betreibt. Zahlungen laufen über Telegram und den Zahlungsdienst, nach deren eigenen Regeln. Nichts wird verkauft oder an Werbung gegeben.

    <b>Wie es gelöscht wird.</b> /export_me schickt dir alles. /delete_me löscht sofort deinen Namen, Adressen und Kontaktdaten. Weil Bücher aufbewahrt werden müssen, bleiben Bestellungen und Beträge unter deiner bloßen Telegram-Nummer; gestellte Fragen bleiben ohne jede Spur von dir, damit andere die Antworten lesen können.
people-privacy-name-hidden = Wenn du in einer Gruppe kaufst, lesen andere höchstens „Jemand hier hat … gekauft“.
people-privacy-name-shown = Wenn du in einer Gruppe kaufst, die Vornamen zeigt, lesen andere deinen.
people-privacy-show-button = Meinen Vornamen zeigen
people-privacy-hide-button = Meinen Vornamen verbergen

people-support =
    <b>Hilfe von einem Menschen</b>

    • Zu einer Bestellung – wo sie ist, Größen, Rückgabe: Schreib ihrem Händler; /orders zeigt dir, wie.
    • Zu einer Zahlung oder Erstattung: /paysupport.
people-support-contact = • Zu diesem Laden selbst: { $contact }
people-support-nobody = • Zu diesem Laden selbst: Schreib den Admins der Gruppe, in der du ihn gefunden hast.

people-private-only = Das bleibt unter uns. Frag mich bitte in unserem privaten Chat.

people-export = Alles, was jetzt über dich gespeichert ist. Jeder Texteditor öffnet es.

people-erase-unfinished = { $count ->
    [one] <b>Bevor du gehst – das ist noch offen:</b>
   *[other] <b>Bevor du gehst – diese { $count } Dinge sind noch offen:</b>
}
people-erase =
    <b>Deine Daten löschen?</b>

    Sofort und für immer gelöscht: dein Name und Benutzername, Adressen, Telefon, E-Mail, Warenkorb, Einstellungen und Zustimmung.

    Es bleiben, weil Bücher aufbewahrt werden müssen: Bestellungen und Beträge, unter deiner bloßen Telegram-Nummer. Gestellte Fragen bleiben ohne jede Spur von dir. Lieferungen, die deine Adresse noch brauchen, erreichen dich danach nicht mehr.
people-erase-keep-button = Daten behalten
people-erase-button = Alles löschen
people-erase-kept = Gut, es wurde nichts gelöscht.
people-erased = Deine Daten sind gelöscht. Du bist jederzeit wieder willkommen: Schick /start.
people-error-nothing-known = Es gibt nichts mehr zu löschen: Deine Daten sind schon weg.
