# Befehle
questions-command-shop = Produkte finden: /shop rote Schuhe unter 50
questions-command-ask = Zu einem Produkt fragen, als Antwort auf seine Karte

# Was gefunden wurde
questions-page = { $at } von { $total }
questions-corrected = Ergebnisse für <b>{ $words }</b>.
questions-missed-stock = Zurzeit ausverkauft:
questions-missed-words = Alles zusammen gibt es nicht. Am nächsten kommt:
questions-missed-under = Unter { $price } gibt es nichts. Am nächsten kommt:
questions-missed-over = Über { $price } gibt es nichts. Am nächsten kommt:
questions-missed-between = Zwischen { $least } und { $most } gibt es nichts. Am nächsten kommt:
questions-missed-currency = Die Preise hier sind in { $currency }, mit { $price } kann ich sie nicht vergleichen. Vom niedrigsten an:
questions-price-in = Der Preis in der genannten Währung: { $price }
questions-order-cheapest = Das Günstigste zuerst:
questions-order-dearest = Das Teuerste zuerst:
questions-order-popular = Das Beliebteste zuerst:
questions-nothing-found = Zu „{ $words }“ habe ich nichts gefunden. Nenn mir die Art der Sache, etwa <code>/shop rote Schuhe unter 50</code>, oder sieh nach, was anderen gefällt. Ein Mensch antwortet unter /support.
questions-nothing-for-sale = Hier gibt es noch nichts zu kaufen.
questions-popular-button = Beliebtes zeigen

# Zu einem Produkt
questions-variant-yes = Ja, { $wanted } gibt es.
questions-variant-left = { $left ->
    [one] Ja, in { $wanted } ist noch eins da.
   *[other] Ja, { $wanted } ist auf Lager (noch { $left }).
}
questions-variant-sold-out = { $wanted } ist zurzeit ausverkauft.
questions-variant-none = In { $wanted } gibt es das nicht.
questions-variant-one-kind = Davon gibt es nur eine Ausführung.
questions-variant-others = Es gibt: { $values }.
questions-variant-gone = Ausverkauft: { $values }.
questions-price = Es kostet { $price }.
questions-stock-always = Es ist immer zu haben.
questions-fact-yes = { $name }: <b>ja</b>, laut Produktblatt.
questions-fact-no = { $name }: <b>nein</b>, laut Produktblatt.
questions-fact = { $name }: <b>{ $value }</b>
questions-quote-merchant = Der Händler sagt: „{ $text }“
questions-quote-buyer = Ein Käufer sagt: „{ $text }“
questions-quote-description = In der Beschreibung steht: „{ $text }“
questions-quote-review = Ein Käufer schrieb in einer Bewertung: „{ $text }“
questions-quote-asked = <i>Schon einmal gefragt: { $text }</i>
questions-delivery-unknown = { $merchant } hat nicht angegeben, wie geliefert wird.
questions-delivery-free = kostenlos
questions-delivery-days = { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}
questions-delivery-span = { $least }–{ $most } Tage
questions-dont-know = Das weiß ich über <b>{ $title }</b> nicht, und raten möchte ich nicht. Soll ich { $merchant } fragen?
questions-product-gone = Dieses Produkt wird nicht mehr verkauft. Mit /shop findest du andere.

# Den Händler fragen
questions-ask-merchant-button = Den Händler fragen
questions-merchant-is-asked = { $merchant } ist gefragt; die Antwort kommt hierher.
questions-merchant-is-asked-toast = { $merchant } hat deine Frage.
questions-somebody = Jemand
questions-merchant-asked =
    { $name } fragt zu <b>{ $title }</b>:

    „{ $text }“

    Antworte auf diese Nachricht mit deiner Antwort.
questions-answer-button = Antworten
questions-decline-button = Wissen wir nicht
questions-answer-prompt =
    „{ $text }“

    Schreib deine Antwort als Antwort auf diese Nachricht.
questions-answer-sent = Danke! Deine Antwort ist unterwegs und hilft auch allen, die danach fragen.
questions-declined-toast = Danke. Ich sage, dass ihr es nicht wisst.
questions-answered =
    { $name }, { $merchant } antwortet zu <b>{ $title }</b>:

    <i>{ $question }</i>
    „{ $answer }“
questions-declined =
    { $name }, { $merchant } konnte diese Frage zu <b>{ $title }</b> nicht beantworten:

    <i>{ $question }</i>

# Geplauder
questions-talk-greeting = Hallo! Sag mir, was du suchst, zum Beispiel „rote Schuhe unter 50“.
questions-talk-thanks = Gern geschehen!
questions-talk-unrecognised = Darin habe ich kein Produkt erkannt. Sag mir, welche Art Sache es sein soll, etwa „eine warme Mütze unter 40“, oder antworte mit deiner Frage auf ein Produkt. Ein Mensch antwortet unter /support.
questions-talk-which-product = Das hängt vom Produkt und seinem Händler ab. Antworte mit deiner Frage auf ein Produkt: Dann sage ich dir, was bekannt ist, oder frage den Händler.
questions-talk-own-order = Deine Bestellungen, und wo sie sind, stehen unter /orders. Ein Mensch hilft dir unter /support.
questions-talk-help = Sag mir, was du suchst, zum Beispiel <code>/shop rote Schuhe unter 50</code>, oder antworte auf ein Produkt mit deiner Frage.

# Was schiefgehen kann
questions-error-gone = Diese Frage gibt es nicht mehr.
questions-error-not-yours = Nur wer gefragt hat, kann diese Frage weitergeben.
questions-error-not-your-shop = Nur die Leute dieses Ladens können antworten.
questions-error-already-asked = Die Frage ist schon beim Händler. Die Antwort kommt hierher.
questions-error-already-answered = Das hat schon jemand beantwortet. Danke!
questions-error-too-many = Du hast heute schon { $max } Fragen gestellt. Bitte versuch es morgen wieder.
questions-error-answer-empty = Bitte schick ein paar Worte.
questions-error-answer-long = Das ist zu lang. Bitte höchstens { $max } Zeichen.
questions-error-nobody = Von diesem Laden kann ich gerade niemanden erreichen.
questions-error-search-gone = Diese Suche ist zu alt zum Blättern. Bitte such noch einmal.

# Eigenschaften
questions-attribute-material = Material
questions-attribute-weight = Gewicht
questions-attribute-waterproof = Wasserdicht
questions-attribute-water-resistant = Wasserabweisend
questions-attribute-vegan = Vegan
questions-attribute-machine-washable = Maschinenwaschbar
questions-attribute-washing-temperature = Waschtemperatur
questions-attribute-dishwasher-safe = Spülmaschinengeeignet
questions-attribute-microwave-safe = Mikrowellengeeignet
questions-attribute-oven-safe = Ofenfest
questions-attribute-induction = Für Induktionsherde
questions-attribute-food-safe = Lebensmittelecht
questions-attribute-handmade = Handgemacht
questions-attribute-insulated = Isoliert
questions-attribute-keeps-hot = Hält warm
questions-attribute-leakproof = Auslaufsicher
questions-attribute-airtight = Luftdicht
questions-attribute-floats = Schwimmfähig
questions-attribute-pockets = Taschen
questions-attribute-padded-laptop-sleeve = Gepolstertes Laptopfach
questions-attribute-fits-laptop-up-to = Für Laptops bis
questions-attribute-rain-cover = Regenhülle
questions-attribute-printable = Druckbar
questions-attribute-length = Länge
questions-attribute-width = Breite
questions-attribute-height = Höhe
questions-attribute-depth = Tiefe
questions-attribute-diameter = Durchmesser
questions-attribute-thickness = Dicke
questions-attribute-capacity = Fassungsvermögen
questions-attribute-volume = Volumen
questions-attribute-origin = Herkunft
questions-attribute-care = Pflege
questions-attribute-fit = Passform
questions-attribute-sole = Sohle
questions-attribute-battery = Batterie
questions-attribute-burn-time = Leuchtdauer
questions-attribute-brightness = Helligkeit
questions-attribute-power = Leistung
questions-attribute-max-load = Tragkraft
questions-attribute-pages = Seiten
questions-attribute-format = Format
questions-attribute-language = Sprache
questions-attribute-pieces = Teile

# Farben
questions-colour-red = Rot
questions-colour-burgundy = Weinrot
questions-colour-rust = Rost
questions-colour-orange = Orange
questions-colour-yellow = Gelb
questions-colour-mustard = Senfgelb
questions-colour-green = Grün
questions-colour-olive = Oliv
questions-colour-sage = Salbei
questions-colour-petrol = Petrol
questions-colour-blue = Blau
questions-colour-navy = Marineblau
questions-colour-sky = Himmelblau
questions-colour-indigo = Indigo
questions-colour-purple = Lila
questions-colour-pink = Rosa
questions-colour-brown = Braun
questions-colour-cognac = Cognac
questions-colour-black = Schwarz
questions-colour-white = Weiß
questions-colour-grey = Grau
questions-colour-slate = Schiefer
questions-colour-cream = Creme
questions-colour-beige = Beige
questions-colour-sand = Sand
questions-colour-gold = Gold
questions-colour-silver = Silber
questions-unknown-command = { $command } kenne ich nicht. /help zeigt, was ich verstehe – oder schreib einfach, was du suchst.
