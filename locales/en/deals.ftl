deals-command-deals = Group-buys: what runs here, or what you have joined
deals-command-proof = The public log of a group-buy: /proof 12
deals-command-groupbuy = Start a group-buy, and look after yours

deals-card-price = 👥 Together: <b>{ $price }</b>{ $before }
deals-explain-goal =
    { $unit ->
        [pieces] { $goal } pieces have to be bought by the deadline. If they are not, everybody’s money goes back.
       *[people] { $goal } people have to join by the deadline. If they do not, everybody’s money goes back.
    }
deals-explain-goal-held =
    { $unit ->
        [pieces] { $goal } pieces have to be ordered by the deadline. If they are not, nobody is charged.
       *[people] { $goal } people have to join by the deadline. If they do not, nobody is charged.
    }
deals-explain-ladder = The more join, the less all pay: { $steps }. You pay the first price now; the difference comes back.
deals-explain-ladder-held = The more join, the less all pay: { $steps }. The first price is only reserved on your card; at the end you are charged the lowest one reached.
deals-explain-ladder-later = The more join, the less all pay: { $steps }. Your card is only saved now; at the end you are charged the lowest price reached.
deals-explain-case = Only whole cases of { $size } are bought. You say how many pieces you want and how many you would take; what you do not get comes back.
deals-explain-case-held = Only whole cases of { $size } are bought. You say how many pieces you want and how many you would take; you are charged for what you get.
deals-explain-case-later = Only whole cases of { $size } are bought. You say how many pieces you want and how many you would take; your card is only saved now, and charged for what you get.
deals-explain-team =
    Start a team of { $size } and invite friends: it has 24 hours from its first payment.{ $has_discount ->
        [yes] { " " }Whoever starts it pays { $discount } less.
       *[no] { "" }
    } If it does not fill up, the money goes back.
deals-explain-team-held =
    Start a team of { $size } and invite friends: it has 24 hours from its first reservation.{ $has_discount ->
        [yes] { " " }Whoever starts it pays { $discount } less.
       *[no] { "" }
    } If it does not fill up, nobody is charged.
deals-step =
    { $unit ->
        [pieces] from { $count } pieces { $price }
       *[people] from { $count } people { $price }
    }
deals-card-joined =
    { $unit ->
        [pieces] { $joined } of { $goal } { $goal ->
                [one] piece
               *[other] pieces
            }
       *[people] { $joined } of { $goal } { $goal ->
                [one] person
               *[other] people
            }
    }
deals-card-missing =
    { $unit ->
        [pieces] { $missing ->
                [one] 1 more piece and it is on
               *[other] { $missing } more pieces and it is on
            }
       *[people] { $missing ->
                [one] 1 more person and it is on
               *[other] { $missing } more people and it is on
            }
    }
deals-card-next-step =
    { $unit ->
        [pieces] It is on. { $more ->
                [one] 1 more piece until { $price }
               *[other] { $more } more pieces until { $price }
            }
       *[people] It is on. { $more ->
                [one] 1 more person until { $price }
               *[other] { $more } more people until { $price }
            }
    }
deals-card-reached = ✅ It is on. You can still join.
deals-card-here =
    { $count ->
        [0] Nobody from this group yet; it runs in { $groups } groups
       *[other] { $count } of these from this group; it runs in { $groups } groups
    }
deals-card-sponsored =
    { $unit ->
        [pieces] { $count ->
                [one] 1 piece of these is given by the merchant
               *[other] { $count } pieces of these are given by the merchant
            }
       *[people] { $count ->
                [one] 1 seat of these is given by the merchant
               *[other] { $count } seats of these are given by the merchant
            }
    }
deals-card-names =
    { $others ->
        [0] With { $names }
        [one] With { $names } and 1 other
       *[other] With { $names } and { $others } others
    }
deals-card-sold = { $sold } of { $cap } pieces are sold
deals-card-teams =
    { $count ->
        [0] No team is looking for people right now
        [one] 1 team is looking for people
       *[other] { $count } teams are looking for people
    }
deals-card-ends =
    { $extended ->
        [yes] ⏳ Extended, ends { $when }
       *[no] ⏳ Ends { $when }
    }
deals-card-succeeded = ✅ It came true, at { $price } each.
deals-card-collecting = 💳 Enough have joined. The saved cards are being charged: { $collected } of { $people } so far. It comes true as soon as enough of them are.
deals-card-failed = It did not come true. Nobody pays; what was paid goes back.
deals-card-failed-held = It did not come true. Nobody was charged.
deals-card-failed-collected = It did not come true: too many cards were refused. Whoever was charged gets all of it back.
deals-card-cancelled = The merchant cancelled it. Nobody pays; what was paid goes back.
deals-card-cancelled-held = The merchant cancelled it. Nobody was charged.
deals-join-button = Join · { $price }
deals-full-button = All taken · queue up
deals-how-button = How it works
deals-proof-button = Who paid
deals-proof-button-later = Who is in
deals-share-button = Pass on
deals-over-button = Over
deals-start-team-button = Start a team
deals-join-team-button = { $team } · { $joined }/{ $size }
deals-team-of = { $name }’s team
deals-team-number = Team { $number }
deals-share-text = { $title }: shall we buy it together?
deals-how =
    { $kind ->
        [team] You pay now and your team fills up within its hours, or all your money comes back by itself.
        [case] You pay for the most you would take. Whole cases are filled by turn of payment; the rest of your money comes back.
        [ladder] You pay the first price now. At the end all pay the lowest price reached; the rest comes back. Goal missed: all of it comes back.
       *[goal] You pay now. If the goal of { $goal } is missed, all your money comes back by itself. Until it is reached you may leave.
    }
deals-how-held =
    { $kind ->
        [team] The price is only reserved on your card. You are charged when your team fills up within its hours, else nothing at all.
        [case] The most you would take is only reserved on your card. Whole cases are filled by turn; you are charged for what you get.
        [ladder] The first price is only reserved on your card. At the end all are charged the lowest price reached. Goal missed: nothing is charged.
       *[goal] The price is only reserved on your card. You are charged when the goal of { $goal } is reached, else nothing at all. Until then you may leave.
    }
deals-how-later =
    { $kind ->
        [team] Your card is only saved. It is charged when your team fills up within its hours, else never. If it is refused then, you have 48 hours to pay otherwise.
        [case] Your card is only saved. Whole cases are filled by turn, and you are charged for what you get. If the card is refused then: 48 hours to pay otherwise.
        [ladder] Your card is only saved. At the end all are charged the lowest price reached. If a card is refused then: 48 hours to pay. Goal missed: no charge.
       *[goal] Your card is only saved, and charged when the goal of { $goal } is reached at the end, else never. If it is refused then: 48 hours to pay otherwise.
    }

deals-seat-choose =
    Your seat is kept for { $span }: <b>{ $title }</b>
    What would you like?
deals-seat-kept = Your seat is kept for { $span }.
deals-seat-held =
    <b>{ $what }</b>
    { $pieces ->
        [one] { $total }
       *[other] { $pieces } × { $each } = <b>{ $total }</b>
    }
deals-seat-ladder = You pay { $worst } each now, never more. Right now it would be { $now }, at best { $best }: the difference comes back at the end.
deals-seat-ladder-held = { $worst } each are reserved, and you never pay more. Right now it would be { $now }, at best { $best }: that is what you are charged at the end.
deals-seat-ladder-later = You never pay more than { $worst } each. Right now it would be { $now }, at best { $best }: that is what your card is charged at the end.
deals-seat-case = You want { $wanted } and would take up to { $most } to fill a case of { $size }. You pay for { $most }; what you do not get comes back.
deals-seat-case-held = You want { $wanted } and would take up to { $most } to fill a case of { $size }. { $most } are reserved; you are charged for what you get.
deals-seat-case-later = You want { $wanted } and would take up to { $most } to fill a case of { $size }. Your card is charged for what you get.
deals-seat-failure =
    { $kind ->
        [stripe-hold] Nothing is charged now: the money is only reserved on your card. You are charged when it comes true, by { $when } at the latest; if it does not, never.
        [stars] If it does not come true by { $when }, all your Stars come back by themselves.
       *[telegram] You are charged now. If it does not come true by { $when }, all of it goes back to where you paid from, by itself; banks take 5 to 10 days.
    }
deals-seat-failure-later = Nothing is charged now: your card is only saved. If it comes true by { $when }, it is charged then, { $total } at most{ $more ->
        [yes] { " " }and the delivery
       *[no] { "" }
    }; if it does not, never. Should your bank refuse it then, I write to you, and you have 48 hours to pay otherwise.
deals-give-up-button = Give the seat up
deals-pieces =
    { $pieces ->
        [one] 1 piece
       *[other] { $pieces } pieces
    }
deals-wanted = want { $wanted }
deals-pay-now = <b>{ $total }</b> – your seat waits { $span } for the payment.
deals-pay-page = <b>{ $total }</b> – your seat waits { $span }. The button opens the payment page: your card is only checked and the money reserved, nothing is charged now.
deals-hold-button = Reserve { $total }{ $more ->
        [yes] { " " }+ delivery
       *[no] { "" }
    }
deals-card-button = Save card · up to { $total }{ $more ->
        [yes] { " " }+ delivery
       *[no] { "" }
    }
deals-card-page = <b>{ $total }</b> at most – your seat waits { $span }. The button opens the page where your card is saved: nothing is charged now.
deals-which-way = How shall it be delivered? It is charged with the price, and only if it comes true.
deals-which-way-again = How it is delivered has changed since you were asked. Please choose once more. It is charged with the price, and only if it comes true.
deals-way-button = { $way } · { $price }
deals-invoice = Group-buy at { $merchant }: { $pieces } × { $what }. If it does not come true by { $when }, all money comes back.
deals-full =
    { $room ->
        [0] All seats are taken, sorry. Somebody may still give theirs up: shall I tell you?
        [one] Only one is left, and you wanted more. Shall I tell you when there is room?
       *[other] Only { $room } of them are left, and you wanted more. Shall I tell you when there is room?
    }
deals-wait-button = Tell me when one is free
deals-waiting = You are number { $nth } in the queue. I write to you as soon as a seat is yours; it is then kept for half an hour.
deals-stop-waiting-button = Stop waiting
deals-seat-paid =
    ✅ You are in: <b>{ $title }</b>, { $pieces ->
        [one] 1 piece
       *[other] { $pieces } pieces
    }.
    Seat { $number }, code <code>{ $code }</code>: by it you find yourself in the log under “Who paid”.

    { $reached ->
        [yes] The goal is reached. Your order comes when it closes, { $when }.
       *[no] I tell you how it ends, { $when } at the latest. Until the goal is reached you may leave.
    }
deals-seat-paid-held =
    ✅ You are in: <b>{ $title }</b>, { $pieces ->
        [one] 1 piece
       *[other] { $pieces } pieces
    }. Nothing is charged until it comes true.
    Seat { $number }, code <code>{ $code }</code>: by it you find yourself in the log under “Who paid”.

    { $reached ->
        [yes] The goal is reached. You are charged and your order comes when it closes, { $when }.
       *[no] I tell you how it ends, { $when } at the latest. Until the goal is reached you may leave.
    }
deals-seat-paid-later =
    ✅ You are in: <b>{ $title }</b>, { $pieces ->
        [one] 1 piece
       *[other] { $pieces } pieces
    }. Your card is saved, and nothing is charged until it comes true.
    Seat { $number }, code <code>{ $code }</code>: by it you find yourself in the log under “Who is in”.

    { $reached ->
        [yes] The goal is reached. Your card is charged when it closes, { $when }.
       *[no] I tell you how it ends, { $when } at the latest. Until the goal is reached you may leave, and your card is forgotten.
    }
deals-seat-collecting =
    { $charged ->
        [yes] 💳 Your card is charged for <b>{ $title }</b>. Now the others’ cards are; I tell you as soon as it is certain.
       *[no] 💳 Enough have joined: your card is being charged for <b>{ $title }</b>.
    } If too many cards are refused, all of it comes back.
deals-invite-button = Invite friends
deals-leave-button = Leave
deals-leave-sure = Leave <b>{ $title }</b>? Your seat becomes free, and all your money goes back.
deals-leave-sure-held = Leave <b>{ $title }</b>? Your seat becomes free, and nothing is charged.
deals-leave-sure-button = Yes, leave
deals-stay-button = No, stay
deals-left =
    { $was_paid ->
        [yes] You have left <b>{ $title }</b>. Your money is on its way back.
       *[no] The seat in <b>{ $title }</b> is free again. Nothing was charged.
    }
deals-left-held =
    { $was_paid ->
        [yes] You have left <b>{ $title }</b>. Nothing was charged; your bank frees the money again.
       *[no] The seat in <b>{ $title }</b> is free again. Nothing was charged.
    }
deals-left-later =
    { $was_paid ->
        [yes] You have left <b>{ $title }</b>. Nothing was charged; your card is forgotten.
       *[no] The seat in <b>{ $title }</b> is free again. Nothing was charged.
    }
deals-again-button = Join again
deals-status-held = Kept for you, not paid yet
deals-status-waiting = In the queue
deals-status-paid = You are in, waiting for the others
deals-status-charging = It came true, your money is being taken
deals-status-charging-later = Enough have joined, your card is being charged
deals-status-collected = Charged, waiting for the others’ cards
deals-status-declined = Your card was refused: please pay another way
deals-status-honoured = It came true: see /orders
deals-take-seat-button = Take the seat

deals-goal-reached =
    { $kind ->
        [team] 🎉 A team for <b>{ $title }</b> is full!
        [cards] 🎉 The goal is reached: <b>{ $title }</b>! The saved cards are charged when it ends; you can still join until { $when }.
       *[other] 🎉 The goal is reached: <b>{ $title }</b> is on! You can still join until { $when }.
    }
deals-ends-soon =
    { $teams ->
        [yes] ⏳ <b>{ $title }</b>: teams can be started for { $span } more.
       *[no] { $missing ->
            [0] ⏳ <b>{ $title }</b> has reached its goal and ends in { $span }.
           *[other] ⏳ <b>{ $title }</b> ends in { $span }. { $unit ->
                [pieces] { $missing ->
                        [one] 1 piece is missing.
                       *[other] { $missing } pieces are missing.
                    }
               *[people] { $missing ->
                        [one] 1 person is missing.
                       *[other] { $missing } people are missing.
                    }
            }
        }
    }
deals-succeeded =
    🎉 <b>{ $title }</b> came true: { $people ->
        [one] 1 person gets it
       *[other] { $people } people get it
    } for { $price } each.{ $falls ->
        [yes] { " " }Whoever paid more gets the difference back.
       *[no] { "" }
    }
deals-succeeded-held =
    🎉 <b>{ $title }</b> came true: { $people ->
        [one] 1 person gets it
       *[other] { $people } people get it
    } for { $price } each.{ $falls ->
        [yes] { " " }Everybody is charged that price, and no more.
       *[no] { "" }
    }
deals-collecting =
    💳 Enough have joined for <b>{ $title }</b>, at { $price } each. { $people ->
        [one] 1 saved card is
       *[other] { $people } saved cards are
    } being charged now; I say here as soon as enough of them are.
deals-charging = 💳 Enough have joined for <b>{ $title }</b>: your card is charged { $total } now. It comes true as soon as enough cards are charged; if too many are refused, all of it comes back.
deals-declined =
    { $reminder ->
        [yes] ⏰ Your seat in <b>{ $title }</b> is still yours:
       *[no] 💳 Your bank refused your card for <b>{ $title }</b>, and nothing was charged. Your seat is still yours:
    } please pay { $total } by { $when }, with another card if you like. After that the seat is free, and you owe nothing.
deals-declined-here = 💳 A saved card for <b>{ $title }</b> was refused. If it may be yours, tap here: only you see what to do.
deals-pay-again-button = Pay { $total }
deals-pay-again = <b>{ $total }</b> – the button opens the payment page. If the group-buy does not come true, all of it comes back.
deals-repaired = ✅ Your payment for <b>{ $title }</b> has arrived, and your seat is yours.
deals-dropped = Your payment for <b>{ $title }</b> did not come in time, so your seat is free. You were charged nothing and owe nothing.
deals-failed =
    { $cancelled ->
        [yes] { $merchant } has cancelled the group-buy of <b>{ $title }</b>.
       *[no] The group-buy of <b>{ $title }</b> did not come true.
    }{ $had_people ->
        [yes] { " " }Everybody’s money is on its way back.
       *[no] { "" }
    }
deals-failed-held =
    { $cancelled ->
        [yes] { $merchant } has cancelled the group-buy of <b>{ $title }</b>.
       *[no] The group-buy of <b>{ $title }</b> did not come true.
    }{ $had_people ->
        [yes] { " " }Nobody was charged.
       *[no] { "" }
    }
deals-failed-collected = The group-buy of <b>{ $title }</b> did not come true after all: too many cards were refused. Whoever was charged gets all of it back.
deals-money-back =
    { $cancelled ->
        [yes] The merchant cancelled the group-buy of <b>{ $title }</b>.
       *[no] The group-buy of <b>{ $title }</b> did not come true.
    } Your { $total }, and delivery if you paid for it, are on their way back. You need not do anything.
deals-money-back-held =
    { $cancelled ->
        [yes] The merchant cancelled the group-buy of <b>{ $title }</b>.
       *[no] The group-buy of <b>{ $title }</b> did not come true.
    } Nothing was charged: your { $total }, and delivery, were only reserved, and your bank frees them again. You need not do anything.
deals-money-back-later =
    { $cancelled ->
        [yes] The merchant cancelled the group-buy of <b>{ $title }</b>.
       *[no] The group-buy of <b>{ $title }</b> did not come true.
    } Nothing was charged, and your card is forgotten. You need not do anything.
deals-money-back-collected = The group-buy of <b>{ $title }</b> did not come true: too many cards were refused. Your { $total } are on their way back. You need not do anything.
deals-money-back-case =
    No whole case of <b>{ $title }</b> came together for you. { $charged ->
        [yes] Your { $total } are on their way back.
       *[no] Nothing was charged.
    } You need not do anything.
deals-too-late = Your payment for <b>{ $title }</b> came when it was over or all seats were gone. All of it is on its way back.
deals-too-late-held = Your reservation for <b>{ $title }</b> came when it was over or all seats were gone. Nothing was charged; your bank frees the money again.
deals-too-late-later = Your card or payment for <b>{ $title }</b> came when it was over or all seats were gone. The card is forgotten, and anything you paid is on its way back.
deals-hold-lost = Your bank has let go of the money for <b>{ $title }</b> before it could be charged, so your seat is free again. Nothing was charged.
deals-card-lost = Your card for <b>{ $title }</b> is not saved any more, so your seat is free again. Nothing was charged.
deals-hold-too-short = Your bank reserves money for too short a time for <b>{ $title }</b>, so your seat is free again. Nothing was charged. Another card may do.
deals-seat-offered = A seat is free for you: <b>{ $title }</b>. It is kept for { $span }.
deals-settled =
    Group-buy { $number }, <b>{ $title }</b>: { $status ->
        [succeeded] it came true. { $people ->
            [one] 1 buyer
           *[other] { $people } buyers
        }, { $pieces ->
            [one] 1 piece
           *[other] { $pieces } pieces
        } at { $price }. The list has all you need for packing; each order is under /sales too.
        [cancelled] cancelled.{ $charged ->
            [yes] { " " }Everybody’s money is on its way back.
           *[no] { " " }Nobody was charged.
        }
       *[failed] it did not come true.{ $charged ->
            [yes] { " " }Everybody’s money is on its way back.
           *[no] { " " }Nobody was charged.
        }
    }
deals-open-card-button = Show

deals-none-here = No group-buy runs here right now.
deals-none-joined = You have not joined a group-buy yet. Under a card in a group, tap Join.
deals-running-title =
    { $count ->
        [one] <b>One group-buy runs here</b>
       *[other] <b>{ $count } group-buys run here</b>
    }
deals-joined-title = <b>Your group-buys</b>
deals-line-ends = Ends { $when }
deals-open-button = { $title }

deals-proof-title =
    <b>Who paid, group-buy { $number }</b>
    { $paid ->
        [one] 1 paid seat
       *[other] { $paid } paid seats
    }, { $sponsored ->
        [0] none given by the merchant
       *[other] { $sponsored } given by the merchant
    }. Every line is sealed into the next one: none can be added or changed later without it showing.
deals-proof-title-later =
    <b>Who is in, group-buy { $number }</b>
    { $paid ->
        [one] 1 seat
       *[other] { $paid } seats
    } with a saved card, { $sponsored ->
        [0] none given by the merchant
       *[other] { $sponsored } given by the merchant
    }. Every line is sealed into the next one: none can be added or changed later without it showing.
deals-proof-empty = Nobody has paid yet.
deals-proof-paid =
    { $nth }. { $when } · seat { $number } · <code>{ $code }</code> · { $pieces ->
        [one] 1 piece
       *[other] { $pieces } pieces
    }
deals-proof-left = { $nth }. { $when } · seat { $number } · <code>{ $code }</code> · left
deals-proof-sponsored =
    { $nth }. { $when } · { $pieces ->
        [one] 1 seat
       *[other] { $pieces } seats
    } given by the merchant
deals-proof-yours = Your code is <code>{ $code }</code>.
deals-proof-whole = ✓ The chain is whole. Its last seal:
deals-proof-broken = ⚠️ The chain is broken: somebody changed a line.

deals-which-product = <b>A new group-buy</b>: which product?
deals-no-products = You have nothing on the shelf yet. /newproduct puts something there.
deals-which-kind = <b>{ $title }</b>: how shall people buy it together?
deals-kind-goal = 🎯 <b>Goal</b>: so many people or pieces by the deadline, or nobody buys.
deals-kind-ladder = 🪜 <b>Ladder</b>: the price falls as people join, and all pay the last one.
deals-kind-case = 📦 <b>Case</b>: only whole cases are bought; people say how many they would take.
deals-kind-team = 👭 <b>Team</b>: anybody starts a small team and invites friends.
deals-kind-goal-button = 🎯 Goal
deals-kind-ladder-button = 🪜 Ladder
deals-kind-case-button = 📦 Case
deals-kind-team-button = 👭 Team
deals-preview = <b>Preview.</b> Change what you like, then post it.
deals-preview-no-groups = <b>Preview.</b> There is no group yet where you may sell: add the bot to one first.
deals-goal-button =
    { $unit ->
        [pieces] Goal: { $count ->
            [one] 1 piece
           *[other] { $count } pieces
        }
       *[people] Goal: { $count ->
            [one] 1 person
           *[other] { $count } people
        }
    }
deals-price-button = Price { $price }
deals-steps-button = Other prices
deals-off-button = Off for the leader
deals-lasts-button = Lasts { $span } · other
deals-each-button =
    { $count ->
        [one] 1 piece each
       *[other] { $count } pieces each at most
    }
deals-cap-button =
    { $cap ->
        [0] No limit in all
        [one] 1 piece in all
       *[other] { $cap } pieces in all
    }
deals-unit-button =
    { $unit ->
        [pieces] Counts pieces
       *[people] Counts people
    }
deals-hand-button =
    { $how ->
        [pickup] 📍 Picked up in the group
       *[delivery] 📦 Delivered
    }
deals-post-button = Post
deals-discard-button = Discard
deals-discarded = The draft is gone. /groupbuy begins another.
deals-posted =
    Group-buy { $number } is on its way into { $groups ->
        [one] 1 group
       *[other] { $groups } groups
    }.
deals-manage-button = Look after it
deals-new-button = ＋ New group-buy
deals-made-title = <b>Your group-buys</b>
deals-none-made = You have made no group-buy yet.
deals-managing =
    <b>Group-buy { $number }: { $title }</b>
    { $status ->
        [open] Runs until { $when }
        [collecting] Charging the saved cards: { $collected } so far
        [draft] A draft
        [succeeded] Came true
        [cancelled] Cancelled
       *[failed] Did not come true
    } · { $promised ->
        [yes] { $paid ->
            [one] 1 person is in
           *[other] { $paid } people are in
        }
       *[no] { $paid ->
            [one] 1 person has paid
           *[other] { $paid } people have paid
        }
    } ({ $pieces ->
        [one] 1 piece
       *[other] { $pieces } pieces
    }), { $held } held
deals-extend-button = + { $span }
deals-sponsor-button = Give one more seat (shown as yours)
deals-close-button = End now
deals-cancel-button = Cancel it
deals-list-button = Packing list (CSV)
deals-close-sure = End it now? The goal is reached: everybody who has paid gets it.
deals-close-sure-button = Yes, end it
deals-cancel-sure = Cancel it? Everybody who has paid gets all money back.
deals-cancel-sure-button = Yes, cancel it
deals-picking-list = Group-buy { $number }: everything to pack.
deals-make-in-private = Let us set the group-buy up in our private chat.
deals-ask-goal = How many are needed? A number, please.
deals-ask-price = What does one piece cost in the group-buy? For example: 24.90
deals-ask-steps = The prices below the first one, as number = price, one line each. For example:
    10 = 22.50
    20 = 19.90
deals-ask-lasts = How long shall it run? For example: 36 h, or 5 days
deals-ask-each = How many pieces may one person take? A number, please.
deals-ask-cap = How many pieces are there in all? A number; 0 is no limit.
deals-ask-off = How much less does the one pay who starts a team? For example: 2.00
deals-ask-unit = Tap the button, please.
deals-ask-hand = Tap the button, please.

deals-unfinished = a group-buy you have paid for that is not over yet (number { $deal })

deals-error-unknown = I do not know this group-buy.
deals-error-closed = This group-buy is over.
deals-error-full =
    { $room ->
        [0] All seats are taken.
        [one] Only 1 piece is left.
       *[other] Only { $room } pieces are left.
    }
deals-error-too-many =
    { $most ->
        [one] Everybody may take one piece here.
       *[other] Everybody may take { $most } pieces at most here.
    }
deals-error-already-in = You are in already.
deals-error-not-in = You are not in this group-buy.
deals-error-too-late-to-leave = The goal is reached and the others count on you, so you cannot leave any more. If something is wrong, ask the merchant for a refund: /paysupport
deals-error-money-on-its-way = Your payment is under way this very moment. Please try again in a minute.
deals-error-seat-lost = Your seat’s time has run out. Tap Join once more, please.
deals-error-not-yours = Only the people of this shop can do that.
deals-error-goal = The goal must be from { $least } to { $most }.
deals-error-steps = A ladder has two to { $most } prices: each at a larger number than the one before, and lower. For example: 10 = 22.50
deals-error-deadline = It can run for { $shortest } at least, and for { $longest } at most.
deals-error-limit = That limit does not fit the goal; at most { $most }.
deals-error-cap = { $goal } people may take { $each } pieces each: offer at least { $least } in all, or fewer to each. Else everything could be gone before enough people have joined.
deals-error-not-cheaper = On the shelf it costs { $price }. A group-buy must cost less than that, and more than nothing.
deals-error-no-parts-of-stars = Stars go back whole or not at all, so the price of a download cannot fall afterwards. A goal or teams work.
deals-error-one-download = A download is one piece for each person: nobody needs the same file twice.
deals-error-no-group = Choose at least one group first.
deals-error-not-sold-there = { $merchant } may not sell in “{ $title }” any more, so nothing was posted. Leave that group out, or ask its admins.
deals-error-group-left = I am not in “{ $title }” any more, so nothing was posted. Leave that group out, or add me to it again.
deals-error-paid-otherwise = Downloads are sold for Stars alone, and everything else for money. This product was the other kind when the price was named: please make a new draft.
deals-error-hold-too-long = Here money is reserved on cards, which banks keep up for { $longest } at most, so this group-buy cannot run longer. A new one can be made for a longer time: then cards are saved instead.
deals-error-extended = It has been extended already; that goes once.
deals-offer-list = <b>{ $title }</b>: everything to pack.
deals-error-offer-ended = It is over already.
deals-error-offer-runs = This is no draft any more.

# Handing out
deals-card-pickup =
    { $found ->
        [yes] 📍 To be picked up in the group
       *[no] 📍 To be picked up in the group. Who hands it out?
    }
deals-hand-out-button = I hand it out here
deals-hand-out-thanks = Thank you! When it has come true you get a list of who picks up what, to tick off.
deals-hand-out-stop-button = I cannot do it after all
deals-hand-out-stopped = Somebody else may hand it out now.
deals-pickup-title =
    📍 <b>{ $title }</b> in { $group }: { $waiting ->
        [0] everybody has theirs.
        [one] 1 person has not picked up yet.
       *[other] { $waiting } people have not picked up yet.
    }
deals-pickup-line = { $number }. { $name } – { $pieces } × { $what }
deals-pickup-nobody = Nobody of this group joined.
deals-pickup-somebody = Seat { $number }
deals-picked-up = ✅ Picked up: <b>{ $title }</b>. Enjoy it!
deals-error-already-taken = Somebody else hands it out here already.

## Bargains

deals-kind-bargain = 🪓 <b>Bargain</b>: friends cut the price down to your floor, and whoever asked them buys at it.
deals-kind-bargain-button = 🪓 Bargain
deals-bargain-price = 🪓 Bargain: <s>{ $start }</s> → <b>{ $floor }</b>
deals-bargain-explain = Ask for help: { $helpers } friends cut the price for you. When all have helped you may buy at the lowest price within 24 hours, as long as there is some left. Before that nobody pays anything.
deals-bargain-rule = 🎲 Each helper cuts at random from { $unit } to twice an equal share of what is left; the last one takes exactly the rest.
deals-bargain-count =
    { $running ->
        [0] Nobody is bargaining right now
        [one] 1 person is bargaining
       *[other] { $running } people are bargaining
    }{ $made ->
        [0] { "" }
        [one] , 1 has made it
       *[other] , { $made } have made it
    }
deals-bargain-offer-over =
    { $calledoff ->
        [yes] The merchant has ended the bargaining. Whoever’s bargain is complete may still buy.
       *[no] The bargaining is over. Whoever’s bargain is complete may still buy.
    }
deals-bargain-ask-button = 🙏 Ask for help
deals-bargain-of = 🪓 <b>{ $name } bargains for { $title }</b>
deals-bargain-of-somebody = 🪓 <b>Somebody bargains for { $title }</b>
deals-bargain-now = Now <b>{ $now }</b> ({ $start } → { $floor })
deals-bargain-helped = { $helped } of { $helpers } helpers
deals-bargain-seal = Seal of the seed: <code>{ $seal }</code>
deals-bargain-complete = 🎉 All have helped! The price waits until { $when }.
deals-bargain-bought = ✅ It is bought.
deals-bargain-over =
    { $calledoff ->
        [yes] The merchant has ended it. Nobody paid anything.
       *[no] The time is over. Nobody paid anything.
    }
deals-bargain-help-button = 🪓 Help
deals-bargain-cuts-button = The cuts
deals-bargain-buy-button = Buy for { $floor }
deals-bargain-share-offer = { $title }: friends cut the price
deals-bargain-share = { $title }: one tap of yours makes it cheaper for me. Help?
deals-bargain-how = Ask { $helpers } friends for one tap each. You may help others { $each ->
        [one] once
       *[other] { $each } times
    } here, never yourself. The seed of the draw is sealed before and shown after.
deals-bargain-thanks =
    🪓 You took { $cut } off! { $missing ->
        [0] That was the last one: the floor is reached.
        [one] 1 helper is missing.
       *[other] { $missing } helpers are missing.
    } Your code: { $code }
deals-bargain-cuts-title =
    <b>The cuts of bargain { $number }</b>
    { $helpers ->
        [one] 1 helper
       *[other] { $helpers } helpers
    }, each with a code: whoever helped knows her own.
deals-bargain-no-cuts = Nobody has helped yet.
deals-bargain-cut = { $nth }. { $when } · −{ $cut } · <code>{ $code }</code>
deals-bargain-formula = Rule, in the smallest coins: cut = 1 + (first 16 hex digits of SHA-256("seed:nth")) mod most, where most is the smaller of 2 × rest ÷ helpers left (rounded down) and rest − helpers left + 1. The last helper takes the rest.
deals-bargain-seed =
    Seed: <code>{ $seed }</code>
    Its SHA-256 is the seal. To be cut: { $span } of the smallest coins.
    { $follows ->
        [yes] ✓ Every cut follows from it.
       *[no] ⚠️ The cuts do not follow from it: somebody changed them.
    }
deals-bargain-complete-yours = 🎉 All your friends have helped: <b>{ $title }</b> is yours for { $floor }, until { $when }.
deals-bargain-over-yours =
    { $missing ->
        [0] The time to buy <b>{ $title }</b> at your bargain’s price is over. Nothing was charged.
       *[other] { $calledoff ->
            [yes] The merchant has ended the bargaining for <b>{ $title }</b>, so yours is over, too. Nothing was charged. Please thank your friends!
           *[no] { $missing ->
                [one] Your bargain for <b>{ $title }</b> is over: 1 helper was missing. Nothing was charged.
               *[other] Your bargain for <b>{ $title }</b> is over: { $missing } helpers were missing. Nothing was charged.
            }
        }
    }
deals-bargain-paid-twice = You had bought this bargain already, so your second payment is on its way back. You need not do anything.
deals-bargain-which = Yours for { $floor }. Which one would you like?
deals-bargain-invoice = Your bargain at { $merchant }: { $what }, at the price your friends cut.
deals-bargain-pay-now = <b>{ $total }</b> – kept for you for { $span }.
deals-bargain-floor-button = Lowest price { $price }
deals-bargain-helpers-button =
    { $count ->
        [one] 1 helper
       *[other] { $count } helpers
    }
deals-bargain-each-button =
    { $count ->
        [one] Everybody helps once
       *[other] Everybody helps { $count } times at most
    }
deals-bargain-lasts-button = Lasts { $span } · other
deals-bargain-ask-floor = What is the lowest price, the one friends can cut down to? For example: 24.90
deals-bargain-ask-helpers = How many friends have to help? A number from 2 to 20, please.
deals-bargain-ask-each = How often may one person help others here? A number from 1 to 10, please.
deals-bargain-ask-lasts = How long shall it run? For example: 36 h, or 5 days
deals-bargain-posted =
    The offer to bargain is on its way into { $groups ->
        [one] 1 group
       *[other] { $groups } groups
    }.
deals-bargain-complete-here = 🎉 All friends have helped: whoever asked may buy <b>{ $title }</b> for { $floor } until { $when }.
deals-bargain-count-here =
    { $here ->
        [0] none of them here
       *[other] { $here } of them here
    }
deals-bargain-end-sure-button = Yes, end it
deals-bargain-settled =
    The bargaining for <b>{ $title }</b> is done: { $sold ->
        [0] nobody bought.
        [one] 1 piece was sold.
       *[other] { $sold } pieces were sold.
    }
deals-bargain-buy-soon = ⏳ <b>{ $title }</b> is yours for { $floor } until { $when }, then it goes back to its usual price.
deals-bargain-ends-soon =
    ⏳ Your bargain for <b>{ $title }</b> stands at { $now }: { $missing ->
        [one] 1 helper is missing
       *[other] { $missing } helpers are missing
    } until { $when }. Who else could help?
deals-bargain-offer-ended =
    { $calledoff ->
        [yes] The merchant has ended the bargaining for <b>{ $title }</b>.
       *[no] The bargaining for <b>{ $title }</b> is over.
    } { $made ->
        [0] Nobody reached the lowest price.
        [one] 1 person has reached the lowest price.
       *[other] { $made } people have reached the lowest price.
    }
deals-bargain-offer-ends-soon = ⏳ <b>{ $title }</b>: friends can cut the price down to { $floor } until { $when }.
deals-bargain-named = Your bargain’s card says your first name now.
deals-bargain-name-button = Show my first name
deals-bargain-name-ask = Your bargain is up, without your name. Shall its card say your first name, so that friends know whom they help?
deals-bargain-end-button = End it
deals-bargain-end-sure = End it? Bargains that still need helpers end, and their owners are told; whoever’s is complete may still buy, it was promised.

deals-bargain-error-unknown = This bargain is not yours, or I do not know it.
deals-bargain-error-over = The time of this bargain is over.
deals-bargain-error-complete = Thank you! Somebody was faster: all helpers are there already.
deals-bargain-error-not-complete =
    { $missing ->
        [one] 1 helper is still missing.
       *[other] { $missing } helpers are still missing.
    } You may buy when all have helped.
deals-bargain-error-bought = You have bought it already: see /orders
deals-bargain-error-self-help = This is your own bargain: only others can help. Pass it on!
deals-bargain-error-helped = You have helped here already. Thank you!
deals-bargain-error-helped-enough =
    { $most ->
        [one] You may help once here, and you have.
       *[other] You may help { $most } times here, and you have.
    } Thank you!
deals-bargain-error-helpers = That must be a number from { $least } to { $most }.
deals-bargain-error-floor = On the shelf it costs { $price }. The lowest price must be more than nothing, and leave every helper something to cut.
deals-bargain-error-nothing-left = It is sold out at the moment, so nobody should help for nothing.

## Sale days

deals-kind-saleday = 📉 <b>Sale day</b>: each person who joins by somebody’s link lowers the price; then it is frozen, and everybody may buy for 24 hours.
deals-kind-saleday-button = 📉 Sale day
deals-saleday-price =
    { $how ->
        [frozen] 📉 Sale: <b>{ $price }</b> <s>{ $start }</s>
        [start] 📉 Sale day: now <b>{ $price }</b>
       *[now] 📉 Sale day: now <b>{ $price }</b> <s>{ $start }</s>
    }
deals-saleday-formula = Price = { $start } − { $percent } % × { $joins } joined, never below { $floor }. At most { $cap } count for each group.
deals-saleday-joined =
    { $joins ->
        [0] Nobody has joined yet
        [one] 1 person has joined
       *[other] { $joins } people have joined
    }{ $groups ->
        [one] { "" }
       *[other] , in { $groups } groups
    }
deals-saleday-here = { $joins } of { $cap } for this group
deals-saleday-freezes =
    { $extended ->
        [yes] ⏳ Extended: counts until { $when }; then everybody may buy for 24 hours. Nobody pays before.
       *[no] ⏳ Counts until { $when }; then everybody may buy for 24 hours. Nobody pays before.
    }
deals-saleday-selling =
    🛍 { $extended ->
        [yes] Extended: everybody may buy until { $when },
       *[no] Everybody may buy until { $when },
    } { $each ->
        [one] 1 piece each
       *[other] { $each } pieces each
    }, { $most ->
        [0] as long as there is some left.
        [one] 1 piece in all.
       *[other] { $most } pieces in all.
    }
deals-saleday-over =
    { $how ->
        [called-off] The merchant has called it off.
        [nobody] It is over: nobody joined, so the price stays as it is.
       *[sold] { $sold ->
            [0] It is over.
            [one] It is over: 1 piece was sold.
           *[other] It is over: { $sold } pieces were sold.
        }
    }
deals-saleday-link-button = 🔗 My link
deals-saleday-send-link-button = Send it to friends
deals-saleday-share = { $title }: one tap of yours makes it cheaper for all of us.
deals-saleday-your-link =
    This is your own link for <b>{ $title }</b>. Each person who opens it and taps “Count me in” lowers the price for everybody by { $percent } %, until { $when }.
    { $joins ->
        [0] Nobody has come through it yet.
        [one] 1 person has come through it.
       *[other] { $joins } people have come through it.
    }
deals-saleday-count-button = 🙋 Count me in
deals-saleday-counted = 🙋 You count! Right now it would cost { $price }. I tell you the price on { $when }, and you need not buy. Your code in the public list: { $code }
deals-saleday-frozen =
    📉 <b>{ $title }</b>: { $joins ->
        [one] 1 person has
       *[other] { $joins } people have
    } joined, so it costs { $price }. Everybody may buy until { $when }.
deals-saleday-ended =
    { $how ->
        [called-off] The merchant has called off the sale day of <b>{ $title }</b>. What is paid stays sold.
        [nobody] The sale day of <b>{ $title }</b> is over: nobody joined, so the price stays as it is.
       *[sold] The sale of <b>{ $title }</b> is over: { $sold ->
            [one] 1 piece was sold.
           *[other] { $sold } pieces were sold.
        }
    }
deals-saleday-paid-too-often = There was nothing left for you: you had bought as many as one person may, or the last piece was gone. Your last payment is on its way back, you need not do anything.
deals-saleday-how = Take your own link and send it to friends. Whoever opens it and says so counts once: { $percent } % less for all. Up to { $cap } count for each group. Nobody has to buy.
deals-saleday-which = It costs { $price }. Which one would you like?
deals-saleday-invoice = Sale day at { $merchant }: { $what }, at the price all of you reached.
deals-saleday-floor-button = Never below { $price }
deals-saleday-percent-button = { $count } % for each who joins
deals-saleday-cap-button = { $count } count for a group
deals-saleday-each-button =
    { $count ->
        [one] 1 piece each
       *[other] { $count } pieces each at most
    }
deals-saleday-lasts-button = Counts for { $span } · other
deals-saleday-ask-floor = Below what price shall it never fall? For example: 24.90
deals-saleday-ask-percent = How many per cent less for each who joins? A number from 1 to 20, please.
deals-saleday-ask-cap = How many people may count for one group? A number, please.
deals-saleday-ask-each = How many pieces may one person buy? A number, please.
deals-saleday-ask-lasts = How long shall people be counted? For example: 36 h, or 2 days
deals-saleday-posted =
    The sale day is on its way into { $groups ->
        [one] 1 group
       *[other] { $groups } groups
    }.
deals-saleday-bought = ✅ Bought for { $price }.
deals-saleday-end-sure-button = Yes, call it off
deals-saleday-settled =
    The sale day of <b>{ $title }</b> is done: { $sold ->
        [0] nobody bought.
        [one] 1 piece was sold.
       *[other] { $sold } pieces were sold.
    }
deals-saleday-freeze-sure-button = Yes, freeze it
deals-saleday-freeze-sure = Freeze it now? Nobody can be counted any more, the sale opens for 24 hours, and the card says that you froze it before the announced time.
deals-saleday-freeze-button = ❄️ Freeze the price now
deals-saleday-ask-most = How many pieces are there for this sale in all? A number, or 0 for as many as are in stock.
deals-saleday-most-button =
    { $count ->
        [0] As many as are in stock
        [one] 1 piece in all
       *[other] { $count } pieces in all
    }
deals-saleday-log-line = { $nth }. { $when } · <code>{ $code }</code>
deals-saleday-log-empty = Nobody counts yet.
deals-saleday-log-title =
    <b>Who counts, sale day { $number }</b>
    { $joins ->
        [one] 1 person
       *[other] { $joins } people
    }, each with a code: whoever counts knows her own.
deals-saleday-log-button = Who counts
deals-saleday-ends-soon =
    ⏳ <b>{ $title }</b>: { $joins ->
        [0] nobody has joined yet.
        [one] 1 person has joined, so it would cost { $price }.
       *[other] { $joins } people have joined, so it would cost { $price }.
    } The price is frozen on { $when }.
deals-saleday-most =
    { $most ->
        [one] 1 piece in all.
       *[other] { $most } pieces in all.
    }
deals-saleday-sold-out = All are sold.
deals-saleday-frozen-early = ❄️ The merchant froze the price before the announced time.
deals-saleday-end-button = Call it off
deals-saleday-end-sure = Call it off? Nobody can be counted or buy any more, and everybody who took part is told; what is paid stays sold.

deals-saleday-error-unknown = I do not know this sale day, or it does not run here.
deals-saleday-error-counting-over = Nobody is counted any more: the price is frozen.
deals-saleday-error-not-open = Nobody can buy here right now.
deals-saleday-error-own-link = This is your own link: it counts others only. Send it on!
deals-saleday-error-counted = You count already. Thank you!
deals-saleday-error-group-full =
    { $most ->
        [one] For this group 1 person counts, and that one is there already.
       *[other] For this group { $most } people count, and they are there already.
    } Thank you all the same! You may still buy.
deals-saleday-error-bought-enough =
    { $most ->
        [one] Everybody may buy 1 piece here, and you have.
       *[other] Everybody may buy { $most } pieces here, and you have.
    }
deals-saleday-error-terms = That must be a number from { $least } to { $most }.
deals-saleday-error-floor = On the shelf it costs { $price }. The lowest price must be less than that, and more than nothing.
deals-saleday-error-sold-out = All are sold, or being paid at this moment. Try again in a quarter of an hour!
deals-saleday-error-nobody-joined = Nobody has joined yet, so there is no lower price to freeze.
deals-error-team-first = Here people buy in teams: start one, or join one by its button.

deals-error-proposal-sent = It lies with the shop now. Take it back if you want to change it.
deals-error-proposal-over =
    { $status ->
        [approved] This proposal has been approved already.
        [declined] This proposal has been declined already.
        [withdrawn] The group’s admin has taken this proposal back.
       *[expired] This proposal waited for three days, so it has ended. The admin may send it again.
    }
deals-error-proposal-changed = Its terms have been changed since you opened this. Please look once more, then decide.
deals-error-too-many-proposals = { $merchant } has { $most } proposals of yours to answer already. Please wait, or take one back.
deals-error-nobody-to-ask = Nobody of { $merchant } can be written to right now: they have to start me first.
deals-error-not-admin-any-more = Whoever proposed this is no admin of “{ $title }” any more, so it cannot be posted in that name. You can decline it, or make it yourself with /groupbuy.

deals-preview-proposal = <b>Preview.</b> Change what you like, then send it to { $merchant }. It is posted only if they approve.
deals-where = 📣 Goes to: { $places }
deals-topic-general = General
deals-topic-number = topic { $number }
deals-topic-button = in: { $topic }
deals-which-topic = In which topic of <b>{ $title }</b> shall it stand? I know those where somebody has spoken to me. For another one, say /groupbuy there.
deals-ask-merchant-button = Send to { $merchant }
deals-approve-button = ✓ Approve and post
deals-change-button = Change
deals-decline-button = Decline
deals-decline-why = Why not? A few words for the group’s admin, please.
deals-decline-silently-button = Decline without a word
deals-take-back-button = Take it back
deals-propose-which-group = You have no shop of your own here. As an admin you can propose a group-buy to a shop that sells in your group. Which group?
deals-propose-in-group = Group-buys are started by shops, and proposed to them by group admins. In your group say /groupbuy, and we go on here.
deals-propose-which-shop = Which shop shall the group-buy in <b>{ $title }</b> be with? They see it first and decide.
deals-propose-no-shop = No shop sells in <b>{ $title }</b> yet: /setup there lets one in.
deals-propose-which-product = <b>A group-buy with { $merchant }</b>: which product?
deals-propose-no-products = { $merchant } has nothing on the shelf right now.
deals-propose-other-button = With another shop that sells here
deals-proposed = ✋ { $name }, admin of <b>{ $title }</b>, proposes a group-buy with your shop:
deals-proposed-until = Nobody sees it unless you approve. Please answer by { $when }.
deals-somebody = Somebody
deals-proposal-sent = ⏳ Sent to <b>{ $merchant }</b>. You hear from me when they answer, by { $when } at the latest.
deals-proposal-settled =
    <b>{ $title }</b>: { $status ->
        [approved] approved. Group-buy { $number } is on its way into the group.
        [declined] declined. The group’s admin has been told.
        [withdrawn] the group’s admin has taken the proposal back.
       *[expired] nobody answered within three days, so the proposal has ended.
    }
deals-proposal-approved =
    🎉 { $merchant } has approved <b>{ $title }</b>{ $changed ->
        [yes] , with other terms: the card shows them
       *[no] { "" }
    }. It is on its way into <b>{ $group }</b>.
deals-proposal-declined = { $merchant } would rather not run <b>{ $title }</b> in <b>{ $group }</b> now. Thank you for proposing it.
deals-proposal-expired = { $merchant } did not get round to answering about <b>{ $title }</b> within three days. You can propose it again with /groupbuy in <b>{ $group }</b>.
deals-proposal-withdrawn = Taken back: <b>{ $title }</b>. /groupbuy in <b>{ $group }</b> begins another.
deals-proposal-written = <b>{ $title }</b> has not been sent yet.
deals-proposal-waiting = <b>{ $title }</b> waits for { $merchant }.
deals-proposal-why = They write: { $why }
deals-made-waiting =
    { $count ->
        [one] ✋ 1 proposal waits for your answer
       *[other] ✋ { $count } proposals wait for your answer
    }
deals-not-for-you = Group-buys are started by shops and by this group’s admins. /deals shows what runs here.
deals-pin-button = 📌 Pin: { $title }
deals-unpin-button = Unpin: { $title }
deals-only-unpin-button = Unpin
deals-pinned = Pinned without a sound. It is unpinned by itself at the end.
deals-unpinned = Unpinned.
deals-card-refused = ⚠️ I could not post the card of <b>{ $title }</b> in <b>{ $group }</b>: I may not write there. Ask an admin to let me send messages and pictures, then tap below. Nothing is lost; in other groups it runs.
deals-post-again-button = Post it there now
deals-posting-again = I am trying again.
deals-list-goal = 🎯 <b>Goals</b>
deals-list-ladder = 🪜 <b>Ladders</b>
deals-list-case = 📦 <b>Cases</b>
deals-list-team = 👭 <b>Teams</b>
deals-list-bargain = 🪓 <b>Bargains</b>
deals-list-saleday = 📉 <b>Sale days</b>
deals-lead-button = 🧑‍💼 What my shop leads
