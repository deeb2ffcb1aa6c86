groups-command-setup = Set me up in a group

groups-greeting =
    <b>Hello, { $title }!</b>
    I am the shop of this group. Write <code>/shop</code> and what you look for, or answer one of my cards with a question – you buy right here, and what concerns only you, only you see.

    For admins: choose language, currency, topics and merchants under “Settings”.
groups-hears-little = What I read: commands and answers to my messages. The rest of your chat reaches me only if you make me an admin; I keep nothing of it, and no chat trains a model.
groups-hears-everything = What I read: every message here reaches me. I answer only what is meant for me, keep nothing else, and no chat trains a model.
groups-promoted = Thank you for making me an admin: now I can tell you privately when your order moves. As an admin I receive every message here; I still answer only what is meant for me and keep nothing else.
groups-open-setup-button = Settings
groups-add-button = Add me to a group

groups-setup-door = Settings open for you alone:
groups-setup-which = Which group shall we set up? These you have added me to; in any other, send /setup there.
groups-setup-no-group = Send /setup in a group you are an admin of. If I am not there yet, add me:
groups-setup =
    <b>{ $title }</b>

    Language: { $language }
    Currency: { $currency }
    Time zone: { $zone }
    I speak in: { $topics }
    Who sells here: { $sellers ->
        [all] all merchants
        [0] nobody
        [one] one merchant
       *[other] { $sellers } merchants
    }
    When somebody buys: { $lines }
    Quiet hours: { $quiet }

groups-page-language = Language
groups-page-currency = Currency
groups-page-zone = Time zone
groups-page-topics = Topics
groups-page-sellers = Who sells here
groups-page-lines = “Bought” lines
groups-page-quiet = Quiet hours
groups-back-button = ‹ Back
groups-more-currencies-button = Other currencies

groups-choose-language = Which language shall I speak in this group? Everybody may choose their own with me in private.
groups-choose-currency = In which currency shall prices be shown here? Where a merchant has no price in it, you see the one there is.
groups-choose-zone =
    Time zone: <b>{ $zone }</b>
    Not listed? Send your city in the group: <code>/setup Lisbon</code>
groups-choose-topics = I speak in: <b>{ $topics }</b>
groups-choose-sellers = Who may sell here? Tap to change.
groups-choose-lines = What shall the group see when somebody buys? A first name appears only if the person agrees too, under /privacy.
groups-choose-quiet =
    Quiet hours: <b>{ $quiet }</b> ({ $zone })
    What I say by myself waits until they end. Who asks is answered at any time.

groups-topics-all = all topics
groups-topics-some = { $count ->
    [one] one topic
   *[other] { $count } topics
}
groups-topics-here-button = Only this topic
groups-topics-also-button = This topic, too
groups-topics-all-button = All topics
groups-sellers-all-button = All merchants
groups-lines-off = nothing
groups-lines-anonymous = “Somebody here bought …”
groups-lines-first-name = first name, if the person agrees
groups-quiet-never = none

groups-bought = 🛍 Somebody here bought “<b>{ $what }</b>”{ $more ->
    [0] .
    [one] {" "}and one thing more.
   *[other] {" "}and { $more } things more.
}
groups-bought-by = 🛍 { $name } bought “<b>{ $what }</b>”{ $more ->
    [0] .
    [one] {" "}and one thing more.
   *[other] {" "}and { $more } things more.
}

groups-error-not-admin = That is for the admins of “{ $title }” – but ask me for anything in the shop!
groups-error-not-there = I am not in that group any more. Add me again, and we go on where we stopped.
groups-error-quiet-hours = Quiet hours need a beginning and a different end.
groups-error-old-button = This button is from an older time. Send /setup again, please.
groups-error-not-sold-here = { $merchant } does not sell in this group any more.
