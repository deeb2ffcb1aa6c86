groups-command-setup = Mich in einer Gruppe einrichten

groups-greeting =
    <b>Hallo, { $title }!</b>
    Ich bin der Laden dieser Gruppe. Schreib <code>/shop</code> und was du suchst, oder antworte auf eine meiner Karten mit einer Frage – gekauft wird gleich hier, und was nur dich angeht, siehst nur du.

    Für Admins: Sprache, Währung, Themen und Händler wählt ihr unter „Einstellungen“.
groups-hears-little = Was ich lese: Befehle und Antworten auf meine Nachrichten. Der Rest eures Chats erreicht mich nur, wenn ihr mich zum Admin macht; davon behalte ich nichts, und kein Chat trainiert ein Modell.
groups-hears-everything = Was ich lese: Hier erreicht mich jede Nachricht. Ich antworte nur auf das, was an mich geht, behalte sonst nichts, und kein Chat trainiert ein Modell.
groups-promoted = Danke, dass ihr mich zum Admin gemacht habt: Jetzt kann ich dir allein sagen, wenn sich bei deiner Bestellung etwas tut. Als Admin bekomme ich hier jede Nachricht; ich antworte weiterhin nur auf das, was an mich geht, und behalte sonst nichts.
groups-open-setup-button = Einstellungen
groups-add-button = In eine Gruppe einladen

groups-setup-door = Die Einstellungen öffnen sich nur für dich:
groups-setup-which = Welche Gruppe richten wir ein? In diese hast du mich eingeladen; in jeder anderen schick dort /setup.
groups-setup-no-group = Schick /setup in einer Gruppe, in der du Admin bist. Bin ich dort noch nicht, lade mich ein:
groups-setup =
    <b>{ $title }</b>

    Sprache: { $language }
    Währung: { $currency }
    Zeitzone: { $zone }
    Ich spreche in: { $topics }
    Hier verkaufen: { $sellers ->
        [all] alle Händler
        [0] niemand
        [one] ein Händler
       *[other] { $sellers } Händler
    }
    Wenn jemand kauft: { $lines }
    Ruhezeit: { $quiet }

groups-page-language = Sprache
groups-page-currency = Währung
groups-page-zone = Zeitzone
groups-page-topics = Themen
groups-page-sellers = Wer hier verkauft
groups-page-lines = „Gekauft“-Zeilen
groups-page-quiet = Ruhezeit
groups-back-button = ‹ Zurück
groups-more-currencies-button = Andere Währungen

groups-choose-language = Welche Sprache soll ich in dieser Gruppe sprechen? Jeder wählt mit mir allein seine eigene.
groups-choose-currency = In welcher Währung sollen die Preise hier stehen? Hat ein Händler keinen Preis darin, seht ihr den, den es gibt.
groups-choose-zone =
    Zeitzone: <b>{ $zone }</b>
    Nicht dabei? Schick in der Gruppe deine Stadt auf Englisch: <code>/setup Vienna</code>
groups-choose-topics = Ich spreche in: <b>{ $topics }</b>
groups-choose-sellers = Wer darf hier verkaufen? Tippe, um es zu ändern.
groups-choose-lines = Was soll die Gruppe sehen, wenn jemand kauft? Ein Vorname steht nur da, wenn auch die Person unter /privacy zustimmt.
groups-choose-quiet =
    Ruhezeit: <b>{ $quiet }</b> ({ $zone })
    Was ich von mir aus sage, wartet bis zu ihrem Ende. Wer fragt, bekommt immer Antwort.

groups-topics-all = alle Themen
groups-topics-some = { $count ->
    [one] einem Thema
   *[other] { $count } Themen
}
groups-topics-here-button = Nur dieses Thema
groups-topics-also-button = Auch dieses Thema
groups-topics-all-button = Alle Themen
groups-sellers-all-button = Alle Händler
groups-lines-off = nichts
groups-lines-anonymous = „Jemand hier hat … gekauft“
groups-lines-first-name = Vorname, wenn die Person zustimmt
groups-quiet-never = keine

groups-bought = 🛍 Jemand hier hat „<b>{ $what }</b>“{ $more ->
    [0] {" "}gekauft.
    [one] {" "}und noch etwas gekauft.
   *[other] {" "}und { $more } andere Dinge gekauft.
}
groups-bought-by = 🛍 { $name } hat „<b>{ $what }</b>“{ $more ->
    [0] {" "}gekauft.
    [one] {" "}und noch etwas gekauft.
   *[other] {" "}und { $more } andere Dinge gekauft.
}

groups-error-not-admin = Das ist für die Admins von „{ $title }“ – aber frag mich gern nach allem im Laden!
groups-error-not-there = In dieser Gruppe bin ich nicht mehr. Lade mich wieder ein, und wir machen weiter, wo wir waren.
groups-error-quiet-hours = Eine Ruhezeit braucht einen Anfang und ein anderes Ende.
groups-error-old-button = Dieser Knopf ist veraltet. Schick bitte noch einmal /setup.
groups-error-not-sold-here = { $merchant } verkauft in dieser Gruppe nicht mehr.
