commissions-command-commission = Der Anteil einer Gruppe an Verkäufen darin

commissions-error-not-yours = Das können nur der Inhaber des Ladens oder Admins der Gruppe.
commissions-error-offer-gone = Das wurde schon beantwortet, oder seitdem wurde etwas anderes angeboten. /commission zeigt, wie es steht.
commissions-error-part = Der Anteil darf höchstens { $max } Prozent sein.
commissions-error-nothing-owed = Dieser Gruppe wird gerade nichts geschuldet.
commissions-error-owed-less = Inzwischen werden nur noch { $left } geschuldet: Ein Käufer hat Geld zurückbekommen. Bitte fang noch einmal an.
commissions-error-reference = Bitte schick einen Verwendungszweck von 1 bis { $max } Zeichen, etwa die Nummer der Überweisung.

commissions-nobody = Hier gibt es noch nichts zu vereinbaren: Eine Provision braucht einen Laden, der in einer Gruppe verkauft.
commissions-choose = Wessen Verkäufe, und in welcher Gruppe? Wähle aus, um die Vereinbarung zu sehen oder zu ändern.
commissions-choose-here = <b>{ $title }</b>: wessen Verkäufe? Wähle einen Laden, um zu sehen oder zu ändern, was diese Gruppe bekommt.
commissions-statement-button = Abrechnung von { $title }
commissions-sheet = <b>{ $name }</b> in <b>{ $title }</b>
commissions-agreed = Vereinbart: Die Gruppe bekommt { $part } der Waren, die über sie verkauft werden.
commissions-nothing-agreed = Nichts vereinbart: Die Gruppe bekommt nichts von Verkäufen.
commissions-asked = Du hast { $part } angeboten. Die andere Seite hat noch nicht geantwortet.
commissions-you-are-asked = ❓ Die andere Seite bietet { $part } an. Nimmst du an?
commissions-owed = Der Gruppe gerade geschuldet: <b>{ $money }</b>
commissions-how = Gilt für das, was ab dann über Karten und Gruppenkäufe der Gruppe verkauft wird: von den Waren ohne Versand, abgerundet. Bekommt ein Käufer Geld zurück, geht derselbe Teil zurück. Ausgezahlt wird von Hand. Jede Seite kann es jederzeit für spätere Verkäufe beenden.
commissions-entry = { $at } – { $side ->
    [merchant] Laden
   *[group] Gruppe
}: { $deed ->
    [offered] hat { $part } angeboten
    [agreed] hat { $part } angenommen
    [declined] hat { $part } abgelehnt
    [taken-back] hat { $part } zurückgezogen
    [payout] hat die Gruppe bezahlt
    [received] hat die Zahlung bestätigt
   *[ended] hat es beendet
}
commissions-offered-by-merchant = ❓ <b>{ $name }</b> bietet an, dass <b>{ $title }</b> { $part } von dem bekommt, was über die Gruppe verkauft wird.
commissions-offered-by-group = ❓ Admins von <b>{ $title }</b> bitten um { $part } von dem, was <b>{ $name }</b> über die Gruppe verkauft.
commissions-was-agreed = ✅ <b>{ $name }</b> und <b>{ $title }</b> sind sich einig: { $part } von Verkäufen ab jetzt.
commissions-was-declined = <b>{ $name }</b> in <b>{ $title }</b>: { $part } wurde abgelehnt. Es bleibt, wie es ist.
commissions-was-taken-back = <b>{ $name }</b> in <b>{ $title }</b>: Die andere Seite hat ihr Angebot von { $part } zurückgezogen. Was vereinbart ist, bleibt.
commissions-was-ended = Die andere Seite hat die Provision von <b>{ $title }</b> auf Verkäufe von <b>{ $name }</b> beendet. Bisherige Verkäufe bleiben, wie sie waren.
commissions-accept-button = Annehmen
commissions-decline-button = Ablehnen
commissions-take-back-button = Mein Angebot von { $part } zurückziehen
commissions-end-button = Für spätere Verkäufe beenden
commissions-payout-button = Ich habe { $money } bezahlt
commissions-yes-button = Ja, { $money } ist bezahlt
commissions-no-button = Nein, zurück
commissions-got-button = Ich habe es bekommen
commissions-ask-reference = Du hast der Gruppe { $money } bezahlt? Schick einen Verwendungszweck, an dem man es findet, etwa die Nummer der Überweisung.
commissions-payout-sure = Soll ich aufschreiben, dass <b>{ $name }</b> an <b>{ $title }</b> <b>{ $money }</b> bezahlt hat?
    Verwendungszweck: { $reference }
commissions-marked = ✓ { $money } ist als bezahlt aufgeschrieben. Die Gruppe wird um Bestätigung gebeten.
commissions-paid-out = <b>{ $name }</b> sagt, dir für <b>{ $title }</b> <b>{ $money }</b> bezahlt zu haben.
    Verwendungszweck: { $reference }
commissions-got = ✓ Danke. Der Laden erfährt, dass { $money } angekommen ist.
commissions-was-received = ✅ <b>{ $title }</b> hat { $money } bekommen.

commissions-statement-title = <b>{ $title }</b>: Provision, { $month }
commissions-statement-part = <b>{ $name }</b>
    { $sales ->
        [0] Keine Verkäufe
        [one] 1 Verkauf
       *[other] { $sales } Verkäufe
    }: { $earned }
    { $refunds ->
        [0] Nichts ging zurück
        [one] Mit 1 Rückzahlung zurück
       *[other] Mit { $refunds } Rückzahlungen zurück
    }: { $back }
    Ausgezahlt: { $paid }
    Am Ende geschuldet: <b>{ $owed }</b>
commissions-statement-none = Keine Provision in diesem Monat.
commissions-statement-nobody = Mit dieser Gruppe hat noch niemand eine Provision vereinbart. /commission in der Gruppe beginnt damit.
commissions-statement-how = Gerechnet in UTC. Die Läden zahlen von Hand aus.
commissions-file-button = Als Tabelle (CSV)
commissions-statement-private-button = Als Tabelle, unter uns
commissions-statement-caption = { $title }, { $month }: { $count ->
    [one] 1 Bewegung
   *[other] { $count } Bewegungen
}
