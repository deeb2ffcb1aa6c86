deals-command-deals = Gruppenkäufe: was hier läuft, oder wo du dabei bist
deals-command-proof = Das öffentliche Protokoll eines Gruppenkaufs: /proof 12
deals-command-groupbuy = Einen Gruppenkauf starten und deine verwalten

deals-card-price = 👥 Zusammen: <b>{ $price }</b>{ $before }
deals-explain-goal =
    { $unit ->
        [pieces] { $goal } Stück müssen bis zum Ende gekauft sein. Sonst bekommen alle ihr Geld zurück.
       *[people] { $goal } Leute müssen bis zum Ende dabei sein. Sonst bekommen alle ihr Geld zurück.
    }
deals-explain-goal-held =
    { $unit ->
        [pieces] { $goal } Stück müssen bis zum Ende bestellt sein. Sonst wird niemandem etwas abgebucht.
       *[people] { $goal } Leute müssen bis zum Ende dabei sein. Sonst wird niemandem etwas abgebucht.
    }
deals-explain-ladder = Je mehr mitmachen, desto weniger zahlen alle: { $steps }. Du zahlst jetzt den ersten Preis; die Differenz kommt zurück.
deals-explain-ladder-held = Je mehr mitmachen, desto weniger zahlen alle: { $steps }. Der erste Preis wird auf deiner Karte nur reserviert; am Ende wird der niedrigste erreichte abgebucht.
deals-explain-ladder-later = Je mehr mitmachen, desto weniger zahlen alle: { $steps }. Deine Karte wird jetzt nur gespeichert; am Ende wird der niedrigste erreichte Preis abgebucht.
deals-explain-case = Gekauft werden nur ganze Kisten zu { $size }. Du sagst, wie viele Stück du möchtest und wie viele du nehmen würdest; was du nicht bekommst, kommt als Geld zurück.
deals-explain-case-held = Gekauft werden nur ganze Kisten zu { $size }. Du sagst, wie viele Stück du möchtest und wie viele du nehmen würdest; abgebucht wird nur, was du bekommst.
deals-explain-case-later = Gekauft werden nur ganze Kisten zu { $size }. Du sagst, wie viele Stück du möchtest und wie viele du nehmen würdest; deine Karte wird jetzt nur gespeichert, abgebucht wird nur, was du bekommst.
deals-explain-team =
    Starte ein Team aus { $size } Leuten und lade Freunde ein: Es hat 24 Stunden ab der ersten Zahlung.{ $has_discount ->
        [yes] { " " }Wer es startet, zahlt { $discount } weniger.
       *[no] { "" }
    } Wird es nicht voll, kommt das Geld zurück.
deals-explain-team-held =
    Starte ein Team aus { $size } Leuten und lade Freunde ein: Es hat 24 Stunden ab der ersten Reservierung.{ $has_discount ->
        [yes] { " " }Wer es startet, zahlt { $discount } weniger.
       *[no] { "" }
    } Wird es nicht voll, wird nichts abgebucht.
deals-step =
    { $unit ->
        [pieces] ab { $count } Stück { $price }
       *[people] ab { $count } Leuten { $price }
    }
deals-card-joined =
    { $unit ->
        [pieces] { $joined } von { $goal } Stück
       *[people] { $joined } von { $goal } { $goal ->
                [one] Person
               *[other] Leuten
            }
    }
deals-card-missing =
    { $unit ->
        [pieces] Noch { $missing } Stück, dann klappt es
       *[people] { $missing ->
                [one] Noch 1 Person, dann klappt es
               *[other] Noch { $missing } Leute, dann klappt es
            }
    }
deals-card-next-step =
    { $unit ->
        [pieces] Es klappt. Noch { $more } Stück bis { $price }
       *[people] Es klappt. { $more ->
                [one] Noch 1 Person bis { $price }
               *[other] Noch { $more } Leute bis { $price }
            }
    }
deals-card-reached = ✅ Es klappt. Du kannst noch mitmachen.
deals-card-here =
    { $count ->
        [0] Noch niemand aus dieser Gruppe; es läuft in { $groups } Gruppen
       *[other] Davon { $count } aus dieser Gruppe; es läuft in { $groups } Gruppen
    }
deals-card-sponsored =
    { $unit ->
        [pieces] { $count } Stück davon gibt der Laden dazu
       *[people] { $count ->
                [one] 1 Platz davon gibt der Laden dazu
               *[other] { $count } Plätze davon gibt der Laden dazu
            }
    }
deals-card-names =
    { $others ->
        [0] Mit { $names }
        [one] Mit { $names } und einer weiteren Person
       *[other] Mit { $names } und { $others } weiteren
    }
deals-card-sold = { $sold } von { $cap } Stück sind verkauft
deals-card-teams =
    { $count ->
        [0] Gerade sucht kein Team Leute
        [one] 1 Team sucht Leute
       *[other] { $count } Teams suchen Leute
    }
deals-card-ends =
    { $extended ->
        [yes] ⏳ Verlängert, endet { $when }
       *[no] ⏳ Endet { $when }
    }
deals-card-succeeded = ✅ Es hat geklappt, für je { $price }.
deals-card-collecting = 💳 Genug sind dabei. Jetzt wird von den gespeicherten Karten abgebucht: bisher { $collected } von { $people }. Es klappt, sobald es genug sind.
deals-card-failed = Es hat nicht geklappt. Niemand zahlt; was bezahlt war, geht zurück.
deals-card-failed-held = Es hat nicht geklappt. Niemandem wurde etwas abgebucht.
deals-card-failed-collected = Es hat nicht geklappt: Zu viele Karten wurden abgelehnt. Wem etwas abgebucht wurde, bekommt alles zurück.
deals-card-cancelled = Der Laden hat abgesagt. Niemand zahlt; was bezahlt war, geht zurück.
deals-card-cancelled-held = Der Laden hat abgesagt. Niemandem wurde etwas abgebucht.
deals-join-button = Mitmachen · { $price }
deals-full-button = Alles vergeben · anstellen
deals-how-button = So geht’s
deals-proof-button = Wer bezahlt hat
deals-proof-button-later = Wer dabei ist
deals-share-button = Weitersagen
deals-over-button = Vorbei
deals-start-team-button = Team starten
deals-join-team-button = { $team } · { $joined }/{ $size }
deals-team-of = Team von { $name }
deals-team-number = Team { $number }
deals-share-text = { $title }: Kaufen wir das zusammen?
deals-how =
    { $kind ->
        [team] Du zahlst jetzt. Wird dein Team in seiner Zeit voll, bekommst du die Ware; sonst kommt alles Geld von selbst zurück.
        [case] Du zahlst für so viele, wie du nehmen würdest. Ganze Kisten werden der Reihe nach gefüllt; der Rest deines Geldes kommt zurück.
        [ladder] Du zahlst jetzt den ersten Preis. Am Ende zahlen alle den niedrigsten erreichten; der Rest kommt zurück. Ziel verfehlt: Alles kommt zurück.
       *[goal] Du zahlst jetzt. Wird das Ziel von { $goal } verfehlt, kommt alles Geld von selbst zurück. Bis es erreicht ist, kannst du aussteigen.
    }
deals-how-held =
    { $kind ->
        [team] Der Preis wird auf deiner Karte nur reserviert. Abgebucht wird erst, wenn dein Team in seiner Zeit voll wird, sonst gar nichts.
        [case] Reserviert wird für so viele, wie du nehmen würdest. Ganze Kisten werden der Reihe nach gefüllt; abgebucht wird nur, was du bekommst.
        [ladder] Der erste Preis wird nur reserviert. Am Ende wird bei allen der niedrigste erreichte abgebucht. Ziel verfehlt: gar nichts.
       *[goal] Der Preis wird auf deiner Karte nur reserviert. Abgebucht wird erst beim Ziel von { $goal }, sonst gar nichts. Bis dahin kannst du aussteigen.
    }
deals-how-later =
    { $kind ->
        [team] Deine Karte wird nur gespeichert. Abgebucht wird, wenn dein Team rechtzeitig voll wird, sonst nie. Lehnt deine Bank dann ab, hast du 48 Stunden zum Zahlen.
        [case] Deine Karte wird nur gespeichert. Ganze Kisten werden der Reihe nach gefüllt, abgebucht wird, was du bekommst. Bei Ablehnung: 48 Stunden zum Zahlen.
        [ladder] Deine Karte wird nur gespeichert. Am Ende wird der niedrigste erreichte Preis abgebucht. Bei Ablehnung: 48 Stunden zum Zahlen. Ziel verfehlt: nichts.
       *[goal] Deine Karte wird nur gespeichert. Abgebucht wird am Ende, wenn das Ziel von { $goal } erreicht ist, sonst nie. Bei Ablehnung: 48 Stunden zum Zahlen.
    }

deals-seat-choose =
    Dein Platz ist { $span } frei gehalten: <b>{ $title }</b>
    Was möchtest du?
deals-seat-kept = Dein Platz ist { $span } frei gehalten.
deals-seat-held =
    <b>{ $what }</b>
    { $pieces ->
        [one] { $total }
       *[other] { $pieces } × { $each } = <b>{ $total }</b>
    }
deals-seat-ladder = Du zahlst jetzt je { $worst }, nie mehr. Zurzeit wären es { $now }, bestenfalls { $best }: Die Differenz kommt am Ende zurück.
deals-seat-ladder-held = Reserviert werden je { $worst }, mehr zahlst du nie. Zurzeit wären es { $now }, bestenfalls { $best }: Das wird am Ende abgebucht.
deals-seat-ladder-later = Mehr als je { $worst } zahlst du nie. Zurzeit wären es { $now }, bestenfalls { $best }: Das wird am Ende von deiner Karte abgebucht.
deals-seat-case = Du möchtest { $wanted } und würdest bis zu { $most } nehmen, damit eine Kiste zu { $size } voll wird. Du zahlst für { $most }; was du nicht bekommst, kommt zurück.
deals-seat-case-held = Du möchtest { $wanted } und würdest bis zu { $most } nehmen, damit eine Kiste zu { $size } voll wird. Reserviert wird für { $most }; abgebucht wird nur, was du bekommst.
deals-seat-case-later = Du möchtest { $wanted } und würdest bis zu { $most } nehmen, damit eine Kiste zu { $size } voll wird. Abgebucht wird nur, was du bekommst.
deals-seat-failure =
    { $kind ->
        [stripe-hold] Jetzt wird nichts abgebucht: Das Geld wird auf deiner Karte nur reserviert. Abgebucht wird, wenn es klappt, spätestens { $when }; sonst nie.
        [stars] Klappt es nicht bis { $when }, kommen alle deine Sterne von selbst zurück.
       *[telegram] Du zahlst jetzt. Klappt es nicht bis { $when }, geht alles von selbst dorthin zurück, von wo du gezahlt hast; Banken brauchen 5 bis 10 Tage.
    }
deals-seat-failure-later = Jetzt wird nichts abgebucht: Deine Karte wird nur gespeichert. Klappt es bis { $when }, werden dann höchstens { $total }{ $more ->
        [yes] { " " }und der Versand
       *[no] { "" }
    } abgebucht; sonst nie. Lehnt deine Bank das dann ab, schreibe ich dir, und du hast 48 Stunden, um anders zu zahlen.
deals-give-up-button = Platz freigeben
deals-pieces = { $pieces } Stück
deals-wanted = möchte { $wanted }
deals-pay-now = <b>{ $total }</b> – dein Platz wartet { $span } auf die Zahlung.
deals-pay-page = <b>{ $total }</b> – dein Platz wartet { $span }. Der Knopf öffnet die Bezahlseite: Deine Karte wird nur geprüft und das Geld reserviert, abgebucht wird jetzt nichts.
deals-hold-button = { $total } reservieren{ $more ->
        [yes] { " " }+ Versand
       *[no] { "" }
    }
deals-card-button = Karte speichern · bis { $total }{ $more ->
        [yes] { " " }+ Versand
       *[no] { "" }
    }
deals-card-page = Höchstens <b>{ $total }</b> – dein Platz wartet { $span }. Der Knopf öffnet die Seite, auf der deine Karte gespeichert wird: Abgebucht wird jetzt nichts.
deals-which-way = Wie soll geliefert werden? Das wird mit dem Preis abgebucht, und nur wenn es klappt.
deals-which-way-again = Bei der Lieferung hat sich etwas geändert, seit du gefragt wurdest. Bitte wähle noch einmal. Das wird mit dem Preis abgebucht, und nur wenn es klappt.
deals-way-button = { $way } · { $price }
deals-invoice = Gruppenkauf bei { $merchant }: { $pieces } × { $what }. Klappt es nicht bis { $when }, kommt alles Geld zurück.
deals-full =
    { $room ->
        [0] Leider sind alle Plätze vergeben. Vielleicht gibt noch jemand seinen frei: Soll ich dir Bescheid sagen?
        [one] Nur noch eins ist da, und du wolltest mehr. Soll ich dir sagen, wenn Platz ist?
       *[other] Nur noch { $room } sind da, und du wolltest mehr. Soll ich dir sagen, wenn Platz ist?
    }
deals-wait-button = Sag mir Bescheid
deals-waiting = Du bist Nummer { $nth } in der Schlange. Sobald ein Platz für dich da ist, schreibe ich dir; er ist dann eine halbe Stunde frei gehalten.
deals-stop-waiting-button = Nicht mehr warten
deals-seat-paid =
    ✅ Du bist dabei: <b>{ $title }</b>, { $pieces } Stück.
    Platz { $number }, Kürzel <code>{ $code }</code>: Damit findest du dich unter „Wer bezahlt hat“.

    { $reached ->
        [yes] Das Ziel ist erreicht. Deine Bestellung kommt zum Schluss, { $when }.
       *[no] Ich sage dir, wie es ausgeht, spätestens { $when }. Bis das Ziel erreicht ist, kannst du aussteigen.
    }
deals-seat-paid-held =
    ✅ Du bist dabei: <b>{ $title }</b>, { $pieces } Stück. Abgebucht wird erst, wenn es klappt.
    Platz { $number }, Kürzel <code>{ $code }</code>: Damit findest du dich unter „Wer bezahlt hat“.

    { $reached ->
        [yes] Das Ziel ist erreicht. Abgebucht wird zum Schluss, { $when }; dann kommt auch deine Bestellung.
       *[no] Ich sage dir, wie es ausgeht, spätestens { $when }. Bis das Ziel erreicht ist, kannst du aussteigen.
    }
deals-seat-paid-later =
    ✅ Du bist dabei: <b>{ $title }</b>, { $pieces } Stück. Deine Karte ist gespeichert, abgebucht wird erst, wenn es klappt.
    Platz { $number }, Kürzel <code>{ $code }</code>: Damit findest du dich unter „Wer dabei ist“.

    { $reached ->
        [yes] Das Ziel ist erreicht. Abgebucht wird zum Schluss, { $when }.
       *[no] Ich sage dir, wie es ausgeht, spätestens { $when }. Bis das Ziel erreicht ist, kannst du aussteigen; deine Karte wird dann vergessen.
    }
deals-seat-collecting =
    { $charged ->
        [yes] 💳 Für <b>{ $title }</b> ist von deiner Karte abgebucht. Jetzt sind die Karten der anderen dran; ich sage dir, sobald es sicher ist.
       *[no] 💳 Genug sind dabei: Für <b>{ $title }</b> wird gerade von deiner Karte abgebucht.
    } Werden zu viele Karten abgelehnt, kommt alles zurück.
deals-invite-button = Freunde einladen
deals-leave-button = Aussteigen
deals-leave-sure = Aus <b>{ $title }</b> aussteigen? Dein Platz wird frei, und dein ganzes Geld geht zurück.
deals-leave-sure-held = Aus <b>{ $title }</b> aussteigen? Dein Platz wird frei, und es wird nichts abgebucht.
deals-leave-sure-button = Ja, aussteigen
deals-stay-button = Nein, dabei bleiben
deals-left =
    { $was_paid ->
        [yes] Du bist aus <b>{ $title }</b> ausgestiegen. Dein Geld ist auf dem Rückweg.
       *[no] Der Platz bei <b>{ $title }</b> ist wieder frei. Es wurde nichts abgebucht.
    }
deals-left-held =
    { $was_paid ->
        [yes] Du bist aus <b>{ $title }</b> ausgestiegen. Es wurde nichts abgebucht; deine Bank gibt das Geld wieder frei.
       *[no] Der Platz bei <b>{ $title }</b> ist wieder frei. Es wurde nichts abgebucht.
    }
deals-left-later =
    { $was_paid ->
        [yes] Du bist aus <b>{ $title }</b> ausgestiegen. Es wurde nichts abgebucht; deine Karte wird vergessen.
       *[no] Der Platz bei <b>{ $title }</b> ist wieder frei. Es wurde nichts abgebucht.
    }
deals-again-button = Wieder mitmachen
deals-status-held = Für dich frei gehalten, noch nicht bezahlt
deals-status-waiting = In der Schlange
deals-status-paid = Dabei, wartet auf die anderen
deals-status-charging = Hat geklappt, wird gerade abgebucht
deals-status-charging-later = Genug sind dabei, wird gerade abgebucht
deals-status-collected = Abgebucht, wartet auf die Karten der anderen
deals-status-declined = Deine Karte wurde abgelehnt: bitte anders zahlen
deals-status-honoured = Hat geklappt: siehe /orders
deals-take-seat-button = Platz nehmen

deals-goal-reached =
    { $kind ->
        [team] 🎉 Ein Team für <b>{ $title }</b> ist voll!
        [cards] 🎉 Das Ziel ist erreicht: <b>{ $title }</b>! Die gespeicherten Karten werden am Ende belastet; mitmachen geht noch bis { $when }.
       *[other] 🎉 Das Ziel ist erreicht: <b>{ $title }</b> klappt! Mitmachen geht noch bis { $when }.
    }
deals-ends-soon =
    { $teams ->
        [yes] ⏳ <b>{ $title }</b>: Teams starten geht noch { $span }.
       *[no] { $missing ->
            [0] ⏳ <b>{ $title }</b> hat sein Ziel erreicht und endet in { $span }.
           *[other] ⏳ <b>{ $title }</b> endet in { $span }. { $unit ->
                [pieces] Es fehlen { $missing } Stück.
               *[people] { $missing ->
                        [one] Es fehlt 1 Person.
                       *[other] Es fehlen { $missing } Leute.
                    }
            }
        }
    }
deals-succeeded =
    🎉 <b>{ $title }</b> hat geklappt: { $people ->
        [one] 1 Person bekommt es
       *[other] { $people } Leute bekommen es
    } für je { $price }.{ $falls ->
        [yes] { " " }Wer mehr bezahlt hat, bekommt die Differenz zurück.
       *[no] { "" }
    }
deals-succeeded-held =
    🎉 <b>{ $title }</b> hat geklappt: { $people ->
        [one] 1 Person bekommt es
       *[other] { $people } Leute bekommen es
    } für je { $price }.{ $falls ->
        [yes] { " " }Bei allen wird genau dieser Preis abgebucht.
       *[no] { "" }
    }
deals-collecting =
    💳 Genug sind dabei für <b>{ $title }</b>, für je { $price }. { $people ->
        [one] Von 1 gespeicherten Karte
       *[other] Von { $people } gespeicherten Karten
    } wird jetzt abgebucht; sobald es genug sind, sage ich es hier.
deals-charging = 💳 Genug sind dabei für <b>{ $title }</b>: Von deiner Karte werden jetzt { $total } abgebucht. Es klappt, sobald es von genug Karten geklappt hat; werden zu viele abgelehnt, kommt alles zurück.
deals-declined =
    { $reminder ->
        [yes] ⏰ Dein Platz bei <b>{ $title }</b> gehört noch dir:
       *[no] 💳 Deine Bank hat deine Karte für <b>{ $title }</b> abgelehnt, es wurde nichts abgebucht. Dein Platz gehört noch dir:
    } Bitte zahle { $total } bis { $when }, gern mit einer anderen Karte. Danach ist der Platz frei, und du schuldest nichts.
deals-declined-here = 💳 Eine gespeicherte Karte für <b>{ $title }</b> wurde abgelehnt. Ist es vielleicht deine? Tipp hier: Nur du siehst, was zu tun ist.
deals-pay-again-button = { $total } bezahlen
deals-pay-again = <b>{ $total }</b> – der Knopf öffnet die Bezahlseite. Klappt der Gruppenkauf nicht, kommt alles zurück.
deals-repaired = ✅ Deine Zahlung für <b>{ $title }</b> ist da, und dein Platz gehört dir.
deals-dropped = Deine Zahlung für <b>{ $title }</b> kam nicht rechtzeitig, deshalb ist dein Platz frei. Es wurde nichts abgebucht, und du schuldest nichts.
deals-failed =
    { $cancelled ->
        [yes] { $merchant } hat den Gruppenkauf von <b>{ $title }</b> abgesagt.
       *[no] Der Gruppenkauf von <b>{ $title }</b> hat nicht geklappt.
    }{ $had_people ->
        [yes] { " " }Alles Geld ist auf dem Rückweg.
       *[no] { "" }
    }
deals-failed-held =
    { $cancelled ->
        [yes] { $merchant } hat den Gruppenkauf von <b>{ $title }</b> abgesagt.
       *[no] Der Gruppenkauf von <b>{ $title }</b> hat nicht geklappt.
    }{ $had_people ->
        [yes] { " " }Niemandem wurde etwas abgebucht.
       *[no] { "" }
    }
deals-failed-collected = Der Gruppenkauf von <b>{ $title }</b> hat doch nicht geklappt: Zu viele Karten wurden abgelehnt. Wem etwas abgebucht wurde, bekommt alles zurück.
deals-money-back =
    { $cancelled ->
        [yes] Der Laden hat den Gruppenkauf von <b>{ $title }</b> abgesagt.
       *[no] Der Gruppenkauf von <b>{ $title }</b> hat nicht geklappt.
    } { $total } sind auf dem Rückweg zu dir, und der Versand auch, falls du ihn bezahlt hast. Du musst nichts tun.
deals-money-back-held =
    { $cancelled ->
        [yes] Der Laden hat den Gruppenkauf von <b>{ $title }</b> abgesagt.
       *[no] Der Gruppenkauf von <b>{ $title }</b> hat nicht geklappt.
    } Es wurde nichts abgebucht: Deine { $total } und der Versand waren nur reserviert, deine Bank gibt sie wieder frei. Du musst nichts tun.
deals-money-back-later =
    { $cancelled ->
        [yes] Der Laden hat den Gruppenkauf von <b>{ $title }</b> abgesagt.
       *[no] Der Gruppenkauf von <b>{ $title }</b> hat nicht geklappt.
    } Es wurde nichts abgebucht, und deine Karte wird vergessen. Du musst nichts tun.
deals-money-back-collected = Der Gruppenkauf von <b>{ $title }</b> hat nicht geklappt: Zu viele Karten wurden abgelehnt. Deine { $total } sind auf dem Rückweg. Du musst nichts tun.
deals-money-back-case =
    Für dich kam keine ganze Kiste von <b>{ $title }</b> zusammen. { $charged ->
        [yes] Deine { $total } sind auf dem Rückweg.
       *[no] Es wurde nichts abgebucht.
    } Du musst nichts tun.
deals-too-late = Deine Zahlung für <b>{ $title }</b> kam, als es vorbei war oder alle Plätze weg waren. Alles davon ist auf dem Rückweg.
deals-too-late-held = Deine Reservierung für <b>{ $title }</b> kam, als es vorbei war oder alle Plätze weg waren. Es wurde nichts abgebucht; deine Bank gibt das Geld wieder frei.
deals-too-late-later = Deine Karte oder Zahlung für <b>{ $title }</b> kam, als es vorbei war oder alle Plätze weg waren. Die Karte wird vergessen, und was du gezahlt hast, ist auf dem Rückweg.
deals-hold-lost = Deine Bank hat das Geld für <b>{ $title }</b> freigegeben, bevor es abgebucht werden konnte. Dein Platz ist deshalb wieder frei; es wurde nichts abgebucht.
deals-card-lost = Deine Karte für <b>{ $title }</b> ist nicht mehr gespeichert, deshalb ist dein Platz wieder frei. Es wurde nichts abgebucht.
deals-hold-too-short = Deine Bank reserviert Geld nicht lange genug für <b>{ $title }</b>. Dein Platz ist deshalb wieder frei; es wurde nichts abgebucht. Vielleicht geht eine andere Karte.
deals-seat-offered = Ein Platz ist frei für dich: <b>{ $title }</b>. Er ist { $span } lang frei gehalten.
deals-settled =
    Gruppenkauf { $number }, <b>{ $title }</b>: { $status ->
        [succeeded] Er hat geklappt. { $people ->
            [one] 1 Käufer
           *[other] { $people } Käufer
        }, { $pieces } Stück zu { $price }. In der Liste steht alles zum Packen; jede Bestellung findest du auch unter /sales.
        [cancelled] Abgesagt.{ $charged ->
            [yes] { " " }Alles Geld ist auf dem Rückweg.
           *[no] { " " }Niemandem wurde etwas abgebucht.
        }
       *[failed] Er hat nicht geklappt.{ $charged ->
            [yes] { " " }Alles Geld ist auf dem Rückweg.
           *[no] { " " }Niemandem wurde etwas abgebucht.
        }
    }
deals-open-card-button = Zeigen

deals-none-here = Hier läuft gerade kein Gruppenkauf.
deals-none-joined = Du bist noch bei keinem Gruppenkauf dabei. Tippe unter einer Karte in einer Gruppe auf „Mitmachen“.
deals-running-title =
    { $count ->
        [one] <b>Hier läuft ein Gruppenkauf</b>
       *[other] <b>Hier laufen { $count } Gruppenkäufe</b>
    }
deals-joined-title = <b>Deine Gruppenkäufe</b>
deals-line-ends = Endet { $when }
deals-open-button = { $title }

deals-proof-title =
    <b>Wer bezahlt hat, Gruppenkauf { $number }</b>
    { $paid ->
        [one] 1 bezahlter Platz
       *[other] { $paid } bezahlte Plätze
    }, { $sponsored ->
        [0] keiner vom Laden
       *[other] { $sponsored } vom Laden
    }. Jede Zeile ist in die nächste eingesiegelt: Keine lässt sich später ändern oder dazuschreiben, ohne dass man es sieht.
deals-proof-title-later =
    <b>Wer dabei ist, Gruppenkauf { $number }</b>
    { $paid ->
        [one] 1 Platz
       *[other] { $paid } Plätze
    } mit gespeicherter Karte, { $sponsored ->
        [0] keiner vom Laden geschenkt
       *[other] { $sponsored } vom Laden geschenkt
    }. Jede Zeile ist in die nächste eingesiegelt: Keine lässt sich später unbemerkt einfügen oder ändern.
deals-proof-empty = Noch hat niemand bezahlt.
deals-proof-paid = { $nth }. { $when } · Platz { $number } · <code>{ $code }</code> · { $pieces } Stück
deals-proof-left = { $nth }. { $when } · Platz { $number } · <code>{ $code }</code> · ausgestiegen
deals-proof-sponsored =
    { $nth }. { $when } · { $pieces ->
        [one] 1 Platz
       *[other] { $pieces } Plätze
    } vom Laden
deals-proof-yours = Dein Kürzel ist <code>{ $code }</code>.
deals-proof-whole = ✓ Die Kette ist heil. Ihr letztes Siegel:
deals-proof-broken = ⚠️ Die Kette ist gebrochen: Jemand hat eine Zeile geändert.

deals-which-product = <b>Ein neuer Gruppenkauf</b>: mit welchem Produkt?
deals-no-products = Du hast noch nichts im Regal. Mit /newproduct legst du etwas hinein.
deals-which-kind = <b>{ $title }</b>: Wie sollen die Leute zusammen kaufen?
deals-kind-goal = 🎯 <b>Ziel</b>: so viele Leute oder Stück bis zum Ende, oder niemand kauft.
deals-kind-ladder = 🪜 <b>Leiter</b>: Der Preis fällt, je mehr mitmachen; alle zahlen den letzten.
deals-kind-case = 📦 <b>Kiste</b>: Gekauft werden nur ganze Kisten; jeder sagt, wie viele er nehmen würde.
deals-kind-team = 👭 <b>Team</b>: Jeder kann ein kleines Team starten und Freunde einladen.
deals-kind-goal-button = 🎯 Ziel
deals-kind-ladder-button = 🪜 Leiter
deals-kind-case-button = 📦 Kiste
deals-kind-team-button = 👭 Team
deals-preview = <b>Vorschau.</b> Ändere, was du magst, dann stell ihn ein.
deals-preview-no-groups = <b>Vorschau.</b> Es gibt noch keine Gruppe, in der du verkaufen darfst: Hol den Bot erst in eine.
deals-goal-button =
    { $unit ->
        [pieces] Ziel: { $count } Stück
       *[people] Ziel: { $count ->
            [one] 1 Person
           *[other] { $count } Leute
        }
    }
deals-price-button = Preis { $price }
deals-steps-button = Weitere Preise
deals-off-button = Rabatt für den Starter
deals-lasts-button = Läuft { $span } · ändern
deals-each-button =
    { $count ->
        [one] 1 Stück pro Kopf
       *[other] Höchstens { $count } Stück pro Kopf
    }
deals-cap-button =
    { $cap ->
        [0] Insgesamt unbegrenzt
       *[other] Insgesamt { $cap } Stück
    }
deals-unit-button =
    { $unit ->
        [pieces] Zählt Stück
       *[people] Zählt Leute
    }
deals-hand-button =
    { $how ->
        [pickup] 📍 Abholen in der Gruppe
       *[delivery] 📦 Versand
    }
deals-post-button = Einstellen
deals-discard-button = Verwerfen
deals-discarded = Der Entwurf ist weg. Mit /groupbuy beginnst du einen neuen.
deals-posted =
    Gruppenkauf { $number } ist unterwegs in { $groups ->
        [one] 1 Gruppe
       *[other] { $groups } Gruppen
    }.
deals-manage-button = Verwalten
deals-new-button = ＋ Neuer Gruppenkauf
deals-made-title = <b>Deine Gruppenkäufe</b>
deals-none-made = Du hast noch keinen Gruppenkauf gemacht.
deals-managing =
    <b>Gruppenkauf { $number }: { $title }</b>
    { $status ->
        [open] Läuft bis { $when }
        [collecting] Gespeicherte Karten werden belastet: bisher { $collected }
        [draft] Ein Entwurf
        [succeeded] Hat geklappt
        [cancelled] Abgesagt
       *[failed] Hat nicht geklappt
    } · { $promised ->
        [yes] { $paid ->
            [one] 1 Person ist dabei
           *[other] { $paid } Leute sind dabei
        }
       *[no] { $paid ->
            [one] 1 Person hat bezahlt
           *[other] { $paid } Leute haben bezahlt
        }
    } ({ $pieces } Stück), { $held } frei gehalten
deals-extend-button = + { $span }
deals-sponsor-button = Noch einen Platz dazugeben (sichtbar)
deals-close-button = Jetzt beenden
deals-cancel-button = Absagen
deals-list-button = Packliste (CSV)
deals-close-sure = Jetzt beenden? Das Ziel ist erreicht: Alle, die bezahlt haben, bekommen es.
deals-close-sure-button = Ja, beenden
deals-cancel-sure = Absagen? Alle, die bezahlt haben, bekommen ihr ganzes Geld zurück.
deals-cancel-sure-button = Ja, absagen
deals-picking-list = Gruppenkauf { $number }: alles zum Packen.
deals-make-in-private = Lass uns den Gruppenkauf in unserem privaten Chat einrichten.
deals-ask-goal = Wie viele sind nötig? Bitte eine Zahl.
deals-ask-price = Was kostet ein Stück im Gruppenkauf? Zum Beispiel: 24,90
deals-ask-steps = Die Preise unter dem ersten, als Zahl = Preis, je eine Zeile. Zum Beispiel:
    10 = 22,50
    20 = 19,90
deals-ask-lasts = Wie lange soll er laufen? Zum Beispiel: 36 Stunden oder 5 Tage
deals-ask-each = Wie viele Stück darf eine Person nehmen? Bitte eine Zahl.
deals-ask-cap = Wie viele Stück gibt es insgesamt? Eine Zahl; 0 heißt unbegrenzt.
deals-ask-off = Wie viel weniger zahlt, wer ein Team startet? Zum Beispiel: 2,00
deals-ask-unit = Bitte tippe auf den Knopf.
deals-ask-hand = Bitte tippe auf den Knopf.

deals-unfinished = ein bezahlter Gruppenkauf, der noch nicht vorbei ist (Nummer { $deal })

deals-error-unknown = Diesen Gruppenkauf kenne ich nicht.
deals-error-closed = Dieser Gruppenkauf ist vorbei.
deals-error-full =
    { $room ->
        [0] Alle Plätze sind vergeben.
        [one] Nur noch 1 Stück ist da.
       *[other] Nur noch { $room } Stück sind da.
    }
deals-error-too-many =
    { $most ->
        [one] Hier darf jeder ein Stück nehmen.
       *[other] Hier darf jeder höchstens { $most } Stück nehmen.
    }
deals-error-already-in = Du bist schon dabei.
deals-error-not-in = Du bist bei diesem Gruppenkauf nicht dabei.
deals-error-too-late-to-leave = Das Ziel ist erreicht, und die anderen zählen auf dich: Aussteigen geht nicht mehr. Wenn etwas nicht stimmt, bitte den Laden um eine Erstattung: /paysupport
deals-error-money-on-its-way = Deine Zahlung läuft in diesem Moment. Versuch es bitte in einer Minute noch einmal.
deals-error-seat-lost = Die Zeit für deinen Platz ist um. Tippe bitte noch einmal auf „Mitmachen“.
deals-error-not-yours = Das können nur die Leute dieses Ladens.
deals-error-goal = Das Ziel muss zwischen { $least } und { $most } liegen.
deals-error-steps = Eine Leiter hat zwei bis { $most } Preise: jeder bei einer größeren Zahl als der vorige, und niedriger. Zum Beispiel: 10 = 22,50
deals-error-deadline = So lange kann er laufen: mindestens { $shortest }, höchstens { $longest }.
deals-error-limit = Diese Grenze passt nicht zum Ziel; höchstens { $most }.
deals-error-cap = { $goal } Leute dürfen je { $each } Stück nehmen: Biete insgesamt mindestens { $least } an, oder jedem weniger. Sonst könnte alles weg sein, bevor genug Leute dabei sind.
deals-error-not-cheaper = Im Regal kostet es { $price }. Ein Gruppenkauf muss weniger kosten, und mehr als nichts.
deals-error-no-parts-of-stars = Sterne gehen ganz zurück oder gar nicht, deshalb kann der Preis eines Downloads später nicht fallen. Ein Ziel oder Teams gehen.
deals-error-one-download = Von einem Download gibt es ein Stück pro Person: Niemand braucht dieselbe Datei zweimal.
deals-error-no-group = Wähle zuerst mindestens eine Gruppe.
deals-error-not-sold-there = { $merchant } darf in „{ $title }“ nicht mehr verkaufen, darum wurde nichts veröffentlicht. Nimm die Gruppe heraus oder frag ihre Admins.
deals-error-group-left = Ich bin nicht mehr in „{ $title }“, darum wurde nichts veröffentlicht. Nimm die Gruppe heraus oder füge mich wieder hinzu.
deals-error-paid-otherwise = Downloads gibt es nur für Sterne, alles andere nur für Geld. Als der Preis genannt wurde, war das Produkt noch von der anderen Art: Mach bitte einen neuen Entwurf.
deals-error-hold-too-long = Hier wird das Geld auf Karten reserviert, und das halten Banken höchstens { $longest } durch; länger kann dieser Gruppenkauf nicht laufen. Einen neuen kannst du für längere Zeit anlegen: Dann werden stattdessen Karten gespeichert.
deals-error-extended = Er wurde schon verlängert; das geht einmal.
deals-offer-list = <b>{ $title }</b>: alles zum Packen.
deals-error-offer-ended = Das ist schon vorbei.
deals-error-offer-runs = Das ist kein Entwurf mehr.

# Ausgeben
deals-card-pickup =
    { $found ->
        [yes] 📍 In der Gruppe abzuholen
       *[no] 📍 In der Gruppe abzuholen. Wer gibt es aus?
    }
deals-hand-out-button = Ich gebe es hier aus
deals-hand-out-thanks = Danke! Wenn es geklappt hat, bekommst du eine Liste zum Abhaken, wer was abholt.
deals-hand-out-stop-button = Ich kann doch nicht
deals-hand-out-stopped = Jetzt kann es jemand anders ausgeben.
deals-pickup-title =
    📍 <b>{ $title }</b> in { $group }: { $waiting ->
        [0] Alle haben ihres.
        [one] 1 Person hat noch nicht abgeholt.
       *[other] { $waiting } Leute haben noch nicht abgeholt.
    }
deals-pickup-line = { $number }. { $name } – { $pieces } × { $what }
deals-pickup-nobody = Aus dieser Gruppe war niemand dabei.
deals-pickup-somebody = Platz { $number }
deals-picked-up = ✅ Abgeholt: <b>{ $title }</b>. Viel Freude damit!
deals-error-already-taken = Hier gibt es schon jemand anders aus.

## Feilschen

deals-kind-bargain = 🪓 <b>Feilschen</b>: Freunde drücken den Preis bis zu deiner Untergrenze, und wer sie gebeten hat, kauft dafür.
deals-kind-bargain-button = 🪓 Feilschen
deals-bargain-price = 🪓 Feilschen: <s>{ $start }</s> → <b>{ $floor }</b>
deals-bargain-explain = Bitte um Hilfe: { $helpers } Freunde drücken den Preis für dich. Haben alle geholfen, kannst du 24 Stunden lang zum niedrigsten Preis kaufen, solange der Vorrat reicht. Vorher zahlt niemand etwas.
deals-bargain-rule = 🎲 Wer hilft, drückt zufällig zwischen { $unit } und dem Doppelten eines gleichen Teils vom Rest; wer zuletzt hilft, nimmt genau den Rest.
deals-bargain-count =
    { $running ->
        [0] Gerade feilscht niemand
        [one] Gerade feilscht 1 Person
       *[other] Gerade feilschen { $running } Leute
    }{ $made ->
        [0] { "" }
        [one] , 1 hat es geschafft
       *[other] , { $made } haben es geschafft
    }
deals-bargain-offer-over =
    { $calledoff ->
        [yes] Der Händler hat das Feilschen beendet. Wer schon alle Hilfen hat, kann noch kaufen.
       *[no] Das Feilschen ist vorbei. Wer schon alle Hilfen hat, kann noch kaufen.
    }
deals-bargain-ask-button = 🙏 Um Hilfe bitten
deals-bargain-of = 🪓 <b>{ $name } feilscht um { $title }</b>
deals-bargain-of-somebody = 🪓 <b>Jemand feilscht um { $title }</b>
deals-bargain-now = Jetzt <b>{ $now }</b> ({ $start } → { $floor })
deals-bargain-helped = { $helped } von { $helpers } haben geholfen
deals-bargain-seal = Siegel der Zufallszahl: <code>{ $seal }</code>
deals-bargain-complete = 🎉 Alle haben geholfen! Der Preis gilt bis { $when }.
deals-bargain-bought = ✅ Es ist gekauft.
deals-bargain-over =
    { $calledoff ->
        [yes] Der Händler hat es beendet. Niemand hat etwas bezahlt.
       *[no] Die Zeit ist um. Niemand hat etwas bezahlt.
    }
deals-bargain-help-button = 🪓 Helfen
deals-bargain-cuts-button = Wer half
deals-bargain-buy-button = Für { $floor } kaufen
deals-bargain-share-offer = { $title }: Freunde drücken den Preis
deals-bargain-share = { $title }: ein Tippen von dir macht es für mich billiger. Hilfst du?
deals-bargain-how = Bitte { $helpers } Freunde um je ein Tippen. Anderen helfen kannst du hier { $each ->
        [one] einmal
       *[other] { $each }-mal
    }, dir selbst nie. Die Zufallszahl ist vorher versiegelt und wird danach gezeigt.
deals-bargain-thanks =
    🪓 Du hast { $cut } weggedrückt! { $missing ->
        [0] Das war die letzte Hilfe: der niedrigste Preis ist da.
        [one] Noch 1 Person fehlt.
       *[other] Noch { $missing } Leute fehlen.
    } Dein Code: { $code }
deals-bargain-cuts-title =
    <b>Wer beim Feilschen { $number } half</b>
    { $helpers ->
        [one] 1 Person
       *[other] { $helpers } Leute
    }, jede mit einem Code: wer geholfen hat, kennt den eigenen.
deals-bargain-no-cuts = Noch hat niemand geholfen.
deals-bargain-cut = { $nth }. { $when } · −{ $cut } · <code>{ $code }</code>
deals-bargain-formula = Regel, in kleinsten Münzen: Abzug = 1 + (erste 16 Hexziffern von SHA-256("Zufallszahl:Nummer")) mod Höchstes; das Höchste ist das Kleinere aus 2 × Rest ÷ noch fehlende Helfer (abgerundet) und Rest − fehlende Helfer + 1. Wer zuletzt hilft, nimmt den Rest.
deals-bargain-seed =
    Zufallszahl: <code>{ $seed }</code>
    Ihr SHA-256 ist das Siegel. Abzuziehen: { $span } kleinste Münzen.
    { $follows ->
        [yes] ✓ Jeder Abzug folgt daraus.
       *[no] ⚠️ Die Abzüge folgen nicht daraus: jemand hat sie geändert.
    }
deals-bargain-complete-yours = 🎉 Alle haben dir geholfen: <b>{ $title }</b> gehört für { $floor } dir, bis { $when }.
deals-bargain-over-yours =
    { $missing ->
        [0] Die Zeit, <b>{ $title }</b> zu deinem Preis zu kaufen, ist um. Es wurde nichts abgebucht.
       *[other] { $calledoff ->
            [yes] Der Händler hat das Feilschen um <b>{ $title }</b> beendet, also auch deins. Es wurde nichts abgebucht. Dank bitte deinen Freunden!
           *[no] { $missing ->
                [one] Dein Feilschen um <b>{ $title }</b> ist vorbei: 1 Hilfe fehlte. Es wurde nichts abgebucht.
               *[other] Dein Feilschen um <b>{ $title }</b> ist vorbei: { $missing } Hilfen fehlten. Es wurde nichts abgebucht.
            }
        }
    }
deals-bargain-paid-twice = Du hattest das schon gekauft, darum ist deine zweite Zahlung auf dem Weg zurück. Du musst nichts tun.
deals-bargain-which = Für { $floor } deins. Welches möchtest du?
deals-bargain-invoice = Dein Feilschpreis bei { $merchant }: { $what }, zu dem Preis, den deine Freunde gedrückt haben.
deals-bargain-pay-now = <b>{ $total }</b> – für dich aufgehoben, { $span } lang.
deals-bargain-floor-button = Niedrigster Preis { $price }
deals-bargain-helpers-button =
    { $count ->
        [one] 1 Hilfe
       *[other] { $count } Hilfen
    }
deals-bargain-each-button =
    { $count ->
        [one] Jede Person hilft einmal
       *[other] Jede Person hilft höchstens { $count }-mal
    }
deals-bargain-lasts-button = Läuft { $span } · anders
deals-bargain-ask-floor = Was ist der niedrigste Preis, bis zu dem Freunde drücken können? Zum Beispiel: 24,90
deals-bargain-ask-helpers = Wie viele Freunde müssen helfen? Bitte eine Zahl von 2 bis 20.
deals-bargain-ask-each = Wie oft darf jemand hier anderen helfen? Bitte eine Zahl von 1 bis 10.
deals-bargain-ask-lasts = Wie lange soll es laufen? Zum Beispiel: 36 h, oder 5 Tage
deals-bargain-posted =
    Das Angebot zum Feilschen ist unterwegs in { $groups ->
        [one] 1 Gruppe
       *[other] { $groups } Gruppen
    }.
deals-bargain-complete-here = 🎉 Alle haben geholfen: wer gefragt hat, kann <b>{ $title }</b> bis { $when } für { $floor } kaufen.
deals-bargain-count-here =
    { $here ->
        [0] davon hier niemand
       *[other] davon { $here } hier
    }
deals-bargain-end-sure-button = Ja, beenden
deals-bargain-settled =
    Das Feilschen um <b>{ $title }</b> ist abgeschlossen: { $sold ->
        [0] niemand hat gekauft.
        [one] 1 Stück wurde verkauft.
       *[other] { $sold } Stück wurden verkauft.
    }
deals-bargain-buy-soon = ⏳ <b>{ $title }</b> gehört dir für { $floor }, wenn du bis { $when } kaufst; danach gilt wieder der übliche Preis.
deals-bargain-ends-soon =
    ⏳ Dein Feilschen um <b>{ $title }</b> steht bei { $now }: bis { $when } { $missing ->
        [one] fehlt noch 1 Hilfe
       *[other] fehlen noch { $missing } Hilfen
    }. Wer könnte noch helfen?
deals-bargain-offer-ended =
    { $calledoff ->
        [yes] Der Händler hat das Feilschen um <b>{ $title }</b> beendet.
       *[no] Das Feilschen um <b>{ $title }</b> ist vorbei.
    } { $made ->
        [0] Niemand hat den niedrigsten Preis erreicht.
        [one] 1 Person hat den niedrigsten Preis erreicht.
       *[other] { $made } Leute haben den niedrigsten Preis erreicht.
    }
deals-bargain-offer-ends-soon = ⏳ <b>{ $title }</b>: bis { $when } können Freunde den Preis auf { $floor } drücken.
deals-bargain-named = Auf der Karte steht jetzt dein Vorname.
deals-bargain-name-button = Meinen Vornamen zeigen
deals-bargain-name-ask = Dein Feilschen läuft, ohne deinen Namen. Soll die Karte deinen Vornamen sagen, damit Freunde wissen, wem sie helfen?
deals-bargain-end-button = Beenden
deals-bargain-end-sure = Beenden? Wo noch Hilfe fehlt, ist es vorbei, und wer gefeilscht hat, erfährt es; wer schon alle Hilfen hat, kann noch kaufen, das ist versprochen.

deals-bargain-error-unknown = Das ist nicht dein Feilschen, oder ich kenne es nicht.
deals-bargain-error-over = Die Zeit dafür ist um.
deals-bargain-error-complete = Danke dir! Jemand war schneller: alle Hilfen sind schon da.
deals-bargain-error-not-complete =
    { $missing ->
        [one] Noch 1 Hilfe fehlt.
       *[other] Noch { $missing } Hilfen fehlen.
    } Kaufen kannst du, wenn alle geholfen haben.
deals-bargain-error-bought = Das hast du schon gekauft: siehe /orders
deals-bargain-error-self-help = Hier feilschst du selbst: helfen können nur andere. Gib es weiter!
deals-bargain-error-helped = Hier hast du schon geholfen. Danke!
deals-bargain-error-helped-enough =
    { $most ->
        [one] Du kannst hier einmal helfen, und das hast du.
       *[other] Du kannst hier { $most }-mal helfen, und das hast du.
    } Danke!
deals-bargain-error-helpers = Das muss eine Zahl von { $least } bis { $most } sein.
deals-bargain-error-floor = Im Regal kostet es { $price }. Der niedrigste Preis muss mehr als nichts sein und allen, die helfen, etwas zum Drücken lassen.
deals-bargain-error-nothing-left = Es ist gerade ausverkauft, und niemand soll umsonst helfen.

## Verkaufstage

deals-kind-saleday = 📉 <b>Verkaufstag</b>: wer über einen persönlichen Link mitmacht, senkt den Preis; dann steht er fest, und alle können 24 Stunden lang kaufen.
deals-kind-saleday-button = 📉 Verkaufstag
deals-saleday-price =
    { $how ->
        [frozen] 📉 Verkauf: <b>{ $price }</b> <s>{ $start }</s>
        [start] 📉 Verkaufstag: jetzt <b>{ $price }</b>
       *[now] 📉 Verkaufstag: jetzt <b>{ $price }</b> <s>{ $start }</s>
    }
deals-saleday-formula = Preis = { $start } − { $percent } % × { $joins } Mitmachende, nie unter { $floor }. Je Gruppe zählen höchstens { $cap }.
deals-saleday-joined =
    { $joins ->
        [0] Noch macht niemand mit
        [one] 1 Person macht mit
       *[other] { $joins } Leute machen mit
    }{ $groups ->
        [one] { "" }
       *[other] , in { $groups } Gruppen
    }
deals-saleday-here = { $joins } von { $cap } für diese Gruppe
deals-saleday-freezes =
    { $extended ->
        [yes] ⏳ Verlängert: gezählt wird bis { $when }; danach können alle 24 Stunden lang kaufen. Vorher zahlt niemand.
       *[no] ⏳ Gezählt wird bis { $when }; danach können alle 24 Stunden lang kaufen. Vorher zahlt niemand.
    }
deals-saleday-selling =
    🛍 { $extended ->
        [yes] Verlängert: alle können bis { $when } kaufen,
       *[no] Alle können bis { $when } kaufen,
    } { $each ->
        [one] 1 Stück je Person
       *[other] { $each } Stück je Person
    }, { $most ->
        [0] solange der Vorrat reicht.
        [one] 1 Stück insgesamt.
       *[other] { $most } Stück insgesamt.
    }
deals-saleday-over =
    { $how ->
        [called-off] Der Händler hat ihn abgesagt.
        [nobody] Er ist vorbei: niemand hat mitgemacht, darum bleibt der Preis, wie er ist.
       *[sold] { $sold ->
            [0] Es ist vorbei.
            [one] Es ist vorbei: 1 Stück wurde verkauft.
           *[other] Es ist vorbei: { $sold } Stück wurden verkauft.
        }
    }
deals-saleday-link-button = 🔗 Mein Link
deals-saleday-send-link-button = An Freunde schicken
deals-saleday-share = { $title }: ein Tippen von dir macht es für uns alle billiger.
deals-saleday-your-link =
    Das ist dein eigener Link für <b>{ $title }</b>. Alle, die ihn öffnen und „Zähl mich mit“ tippen, senken den Preis für alle um { $percent } %, bis { $when }.
    { $joins ->
        [0] Bisher kam niemand darüber.
        [one] 1 Person kam darüber.
       *[other] { $joins } Leute kamen darüber.
    }
deals-saleday-count-button = 🙋 Zähl mich mit
deals-saleday-counted = 🙋 Du zählst mit! Gerade würde es { $price } kosten. Am { $when } sage ich dir den Preis; kaufen musst du nicht. Dein Code in der öffentlichen Liste: { $code }
deals-saleday-frozen =
    📉 <b>{ $title }</b>: { $joins ->
        [one] 1 Person hat
       *[other] { $joins } Leute haben
    } mitgemacht, darum kostet es { $price }. Alle können bis { $when } kaufen.
deals-saleday-ended =
    { $how ->
        [called-off] Der Händler hat den Verkaufstag von <b>{ $title }</b> abgesagt. Was bezahlt ist, bleibt verkauft.
        [nobody] Der Verkaufstag von <b>{ $title }</b> ist vorbei: niemand hat mitgemacht, darum bleibt der Preis, wie er ist.
       *[sold] Der Verkauf von <b>{ $title }</b> ist vorbei: { $sold ->
            [one] 1 Stück wurde verkauft.
           *[other] { $sold } Stück wurden verkauft.
        }
    }
deals-saleday-paid-too-often = Für dich war nichts mehr übrig: du hattest so viele gekauft, wie eine Person darf, oder das letzte Stück war weg. Deine letzte Zahlung ist auf dem Weg zurück, du musst nichts tun.
deals-saleday-how = Hol dir deinen Link und schick ihn Freunden. Wer ihn öffnet und zusagt, zählt einmal: { $percent } % weniger für alle. Je Gruppe zählen bis zu { $cap }. Kaufen muss niemand.
deals-saleday-which = Es kostet { $price }. Welches möchtest du?
deals-saleday-invoice = Verkaufstag bei { $merchant }: { $what }, zu dem Preis, den ihr alle erreicht habt.
deals-saleday-floor-button = Nie unter { $price }
deals-saleday-percent-button = { $count } % je Person
deals-saleday-cap-button = { $count } zählen je Gruppe
deals-saleday-each-button =
    { $count ->
        [one] 1 Stück je Person
       *[other] Höchstens { $count } Stück je Person
    }
deals-saleday-lasts-button = Zählt { $span } · anders
deals-saleday-ask-floor = Unter welchen Preis soll es nie fallen? Zum Beispiel: 24,90
deals-saleday-ask-percent = Wie viel Prozent weniger je Person, die mitmacht? Bitte eine Zahl von 1 bis 20.
deals-saleday-ask-cap = Wie viele Leute dürfen für eine Gruppe zählen? Bitte eine Zahl.
deals-saleday-ask-each = Wie viele Stück darf eine Person kaufen? Bitte eine Zahl.
deals-saleday-ask-lasts = Wie lange soll gezählt werden? Zum Beispiel: 36 h, oder 2 Tage
deals-saleday-posted =
    Der Verkaufstag ist unterwegs in { $groups ->
        [one] 1 Gruppe
       *[other] { $groups } Gruppen
    }.
deals-saleday-bought = ✅ Für { $price } gekauft.
deals-saleday-end-sure-button = Ja, absagen
deals-saleday-settled =
    Der Verkaufstag von <b>{ $title }</b> ist abgeschlossen: { $sold ->
        [0] niemand hat gekauft.
        [one] 1 Stück wurde verkauft.
       *[other] { $sold } Stück wurden verkauft.
    }
deals-saleday-freeze-sure-button = Ja, festlegen
deals-saleday-freeze-sure = Jetzt festlegen? Niemand wird mehr gezählt, der Verkauf beginnt für 24 Stunden, und auf der Karte steht, dass du den Preis vor der angekündigten Zeit festgelegt hast.
deals-saleday-freeze-button = ❄️ Preis jetzt festlegen
deals-saleday-ask-most = Wie viele Stück gibt es dafür insgesamt? Bitte eine Zahl, oder 0 für so viele, wie da sind.
deals-saleday-most-button =
    { $count ->
        [0] So viele, wie da sind
        [one] 1 Stück insgesamt
       *[other] { $count } Stück insgesamt
    }
deals-saleday-log-line = { $nth }. { $when } · <code>{ $code }</code>
deals-saleday-log-empty = Noch zählt niemand.
deals-saleday-log-title =
    <b>Wer zählt, Verkaufstag { $number }</b>
    { $joins ->
        [one] 1 Person
       *[other] { $joins } Leute
    }, je mit einem Code: wer zählt, kennt den eigenen.
deals-saleday-log-button = Wer zählt
deals-saleday-ends-soon =
    ⏳ <b>{ $title }</b>: { $joins ->
        [0] noch macht niemand mit.
        [one] 1 Person macht mit, darum würde es { $price } kosten.
       *[other] { $joins } Leute machen mit, darum würde es { $price } kosten.
    } Der Preis steht am { $when } fest.
deals-saleday-most =
    { $most ->
        [one] 1 Stück insgesamt.
       *[other] { $most } Stück insgesamt.
    }
deals-saleday-sold-out = Alles ist verkauft.
deals-saleday-frozen-early = ❄️ Der Händler hat den Preis vor der angekündigten Zeit festgelegt.
deals-saleday-end-button = Absagen
deals-saleday-end-sure = Absagen? Danach wird niemand mehr gezählt und nichts mehr verkauft, und alle, die mitgemacht haben, erfahren es; was bezahlt ist, bleibt verkauft.

deals-saleday-error-unknown = Diesen Verkaufstag kenne ich nicht, oder er läuft hier nicht.
deals-saleday-error-counting-over = Gezählt wird nicht mehr: der Preis steht fest.
deals-saleday-error-not-open = Hier kann gerade niemand kaufen.
deals-saleday-error-own-link = Das ist dein eigener Link: er zählt nur andere. Schick ihn weiter!
deals-saleday-error-counted = Du zählst schon mit. Danke!
deals-saleday-error-group-full =
    { $most ->
        [one] Für diese Gruppe zählt 1 Person, und die ist schon da.
       *[other] Für diese Gruppe zählen { $most } Leute, und die sind schon da.
    } Danke trotzdem! Kaufen kannst du auch so.
deals-saleday-error-bought-enough =
    { $most ->
        [one] Hier darf jede Person 1 Stück kaufen, und du hast es.
       *[other] Hier darf jede Person { $most } Stück kaufen, und du hast sie.
    }
deals-saleday-error-terms = Das muss eine Zahl von { $least } bis { $most } sein.
deals-saleday-error-floor = Im Regal kostet es { $price }. Der niedrigste Preis muss darunter liegen und mehr als nichts sein.
deals-saleday-error-sold-out = Alle sind verkauft oder werden gerade bezahlt. Versuch es in einer Viertelstunde noch einmal!
deals-saleday-error-nobody-joined = Noch macht niemand mit, es gibt also keinen niedrigeren Preis.
deals-error-team-first = Hier wird in Teams gekauft: Starte eins, oder mach bei einem über seinen Knopf mit.

deals-error-proposal-sent = Der Vorschlag liegt jetzt beim Laden. Nimm ihn zurück, wenn du ihn ändern möchtest.
deals-error-proposal-over =
    { $status ->
        [approved] Dieser Vorschlag ist schon angenommen.
        [declined] Dieser Vorschlag ist schon abgelehnt.
        [withdrawn] Der Gruppenadmin hat diesen Vorschlag zurückgenommen.
       *[expired] Dieser Vorschlag hat drei Tage gewartet und ist deshalb beendet. Er kann neu geschickt werden.
    }
deals-error-proposal-changed = Die Bedingungen wurden inzwischen geändert. Bitte sieh noch einmal hin und entscheide dann.
deals-error-too-many-proposals = { $merchant } hat schon { $most } Vorschläge von dir zu beantworten. Warte bitte, oder nimm einen zurück.
deals-error-nobody-to-ask = Von { $merchant } kann ich gerade niemandem schreiben: Sie müssen mich erst starten.
deals-error-not-admin-any-more = Wer das vorgeschlagen hat, ist in „{ $title }“ kein Admin mehr, deshalb kann es nicht in diesem Namen erscheinen. Du kannst ablehnen oder mit /groupbuy selbst eine Aktion anlegen.

deals-preview-proposal = <b>Vorschau.</b> Ändere, was du möchtest, und schick ihn dann an { $merchant }. Er erscheint nur mit deren Zustimmung.
deals-where = 📣 Erscheint in: { $places }
deals-topic-general = Allgemein
deals-topic-number = Thema { $number }
deals-topic-button = in: { $topic }
deals-which-topic = In welchem Thema von <b>{ $title }</b> soll er stehen? Ich kenne die, in denen schon jemand mit mir gesprochen hat. Für ein anderes sag dort /groupbuy.
deals-ask-merchant-button = An { $merchant } schicken
deals-approve-button = ✓ Zustimmen und veröffentlichen
deals-change-button = Ändern
deals-decline-button = Ablehnen
deals-decline-why = Warum nicht? Ein paar Worte an den Gruppenadmin, bitte.
deals-decline-silently-button = Ohne Worte ablehnen
deals-take-back-button = Zurücknehmen
deals-propose-which-group = Du hast hier keinen eigenen Laden. Als Admin kannst du einem Laden, der in deiner Gruppe verkauft, einen Gruppenkauf vorschlagen. In welcher Gruppe?
deals-propose-in-group = Gruppenkäufe starten die Läden; Gruppenadmins schlagen sie ihnen vor. Sag in deiner Gruppe /groupbuy, dann geht es hier weiter.
deals-propose-which-shop = Mit welchem Laden soll es in <b>{ $title }</b> einen Gruppenkauf geben? Er sieht ihn zuerst und entscheidet.
deals-propose-no-shop = In <b>{ $title }</b> verkauft noch kein Laden: /setup lässt dort einen zu.
deals-propose-which-product = <b>Ein Gruppenkauf mit { $merchant }</b>: welches Produkt?
deals-propose-no-products = { $merchant } hat gerade nichts im Regal.
deals-propose-other-button = Mit einem anderen Laden, der hier verkauft
deals-proposed = ✋ { $name }, Admin von <b>{ $title }</b>, schlägt einen Gruppenkauf mit deinem Laden vor:
deals-proposed-until = Niemand sieht ihn, solange du nicht zustimmst. Bitte antworte bis { $when }.
deals-somebody = Jemand
deals-proposal-sent = ⏳ An <b>{ $merchant }</b> geschickt. Du hörst von mir, sobald eine Antwort da ist, spätestens { $when }.
deals-proposal-settled =
    <b>{ $title }</b>: { $status ->
        [approved] zugestimmt. Gruppenkauf { $number } ist auf dem Weg in die Gruppe.
        [declined] abgelehnt. Der Gruppenadmin weiß Bescheid.
        [withdrawn] Der Gruppenadmin hat den Vorschlag zurückgenommen.
       *[expired] Drei Tage lang kam keine Antwort, deshalb ist der Vorschlag beendet.
    }
deals-proposal-approved =
    🎉 { $merchant } hat <b>{ $title }</b> zugestimmt{ $changed ->
        [yes] , mit anderen Bedingungen: Sie stehen auf der Karte
       *[no] { "" }
    }. Er ist auf dem Weg nach <b>{ $group }</b>.
deals-proposal-declined = { $merchant } möchte <b>{ $title }</b> gerade nicht in <b>{ $group }</b> anbieten. Danke für den Vorschlag.
deals-proposal-expired = { $merchant } ist drei Tage lang nicht dazu gekommen, wegen <b>{ $title }</b> zu antworten. Mit /groupbuy in <b>{ $group }</b> kannst du es noch einmal vorschlagen.
deals-proposal-withdrawn = Zurückgenommen: <b>{ $title }</b>. /groupbuy in <b>{ $group }</b> beginnt etwas Neues.
deals-proposal-written = <b>{ $title }</b> ist noch nicht abgeschickt.
deals-proposal-waiting = <b>{ $title }</b> wartet auf { $merchant }.
deals-proposal-why = Sie schreiben: { $why }
deals-made-waiting =
    { $count ->
        [one] ✋ 1 Vorschlag wartet auf deine Antwort
       *[other] ✋ { $count } Vorschläge warten auf deine Antwort
    }
deals-not-for-you = Gruppenkäufe starten Läden und die Admins dieser Gruppe. /deals zeigt, was hier läuft.
deals-pin-button = 📌 Anheften: { $title }
deals-unpin-button = Lösen: { $title }
deals-only-unpin-button = Lösen
deals-pinned = Lautlos angeheftet. Am Ende löst es sich von selbst.
deals-unpinned = Gelöst.
deals-card-refused = ⚠️ Ich konnte die Karte von <b>{ $title }</b> in <b>{ $group }</b> nicht veröffentlichen: Ich darf dort nicht schreiben. Bitte einen Admin, mir Nachrichten und Bilder zu erlauben, und tippe dann unten. Nichts ist verloren; in anderen Gruppen läuft es.
deals-post-again-button = Jetzt dort veröffentlichen
deals-posting-again = Ich versuche es noch einmal.
deals-list-goal = 🎯 <b>Ziele</b>
deals-list-ladder = 🪜 <b>Leitern</b>
deals-list-case = 📦 <b>Kisten</b>
deals-list-team = 👭 <b>Teams</b>
deals-list-bargain = 🪓 <b>Feilschen</b>
deals-list-saleday = 📉 <b>Verkaufstage</b>
deals-lead-button = 🧑‍💼 Was mein Laden leitet
