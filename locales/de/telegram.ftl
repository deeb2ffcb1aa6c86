telegram-apology = Entschuldigung, bei uns ist etwas schiefgegangen. Es wurde nichts abgebucht und nichts geht verloren. Bitte versuch es gleich noch einmal.
telegram-not-in-this-topic = In diesem Thema bleibe ich still; die Admins haben andere für mich gewählt.
telegram-open-private = Ich kann dir noch nicht allein schreiben. Öffne unseren privaten Chat und drücke auf „Starten“.
telegram-open-private-button = Privaten Chat öffnen
telegram-pay-button = Bezahlen
