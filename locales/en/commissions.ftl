commissions-command-commission = A group’s part of what is sold in it

commissions-error-not-yours = Only the shop’s owner or an admin of the group can do that.
commissions-error-offer-gone = This has been answered already, or something else has been offered since. Send /commission to see how it stands.
commissions-error-part = The part can be at most { $max } per cent.
commissions-error-nothing-owed = Nothing is owed to this group now.
commissions-error-owed-less = Only { $left } is owed by now: something was given back to a buyer meanwhile. Please start again.
commissions-error-reference = Please send a reference of 1 to { $max } characters, such as the number of the transfer.

commissions-nobody = There is nothing to agree on here yet: a commission needs a shop that sells in a group.
commissions-choose = Whose sales, and in which group? Choose one to see or change what is agreed.
commissions-choose-here = <b>{ $title }</b>: whose sales? Choose a shop to see or change what this group gets.
commissions-statement-button = Statement of { $title }
commissions-sheet = <b>{ $name }</b> in <b>{ $title }</b>
commissions-agreed = Agreed: the group gets { $part } of the goods sold through it.
commissions-nothing-agreed = Nothing is agreed: the group gets nothing of sales.
commissions-asked = You have offered { $part }. The other side has not answered yet.
commissions-you-are-asked = ❓ The other side offers { $part }. Do you accept?
commissions-owed = Owed to the group now: <b>{ $money }</b>
commissions-how = Counts for what is sold from then on through the group’s cards and deals: of the goods without delivery, rounded down. When a buyer gets money back, the same part goes back. The money is paid by hand. Either side can end it for later sales at any time.
commissions-entry = { $at } – { $side ->
    [merchant] shop
   *[group] group
}: { $deed ->
    [offered] offered { $part }
    [agreed] accepted { $part }
    [declined] declined { $part }
    [taken-back] took { $part } back
    [payout] paid the group
    [received] confirmed the payment
   *[ended] ended it
}
commissions-offered-by-merchant = ❓ <b>{ $name }</b> offers that <b>{ $title }</b> gets { $part } of what is sold through the group.
commissions-offered-by-group = ❓ Admins of <b>{ $title }</b> ask for { $part } of what <b>{ $name }</b> sells through the group.
commissions-was-agreed = ✅ <b>{ $name }</b> and <b>{ $title }</b> agree: { $part } of sales from now on.
commissions-was-declined = <b>{ $name }</b> in <b>{ $title }</b>: { $part } was declined. Nothing changes.
commissions-was-taken-back = <b>{ $name }</b> in <b>{ $title }</b>: the other side has taken its offer of { $part } back. What is agreed stays as it is.
commissions-was-ended = The other side has ended the commission of <b>{ $title }</b> on sales of <b>{ $name }</b>. Sales so far stay as they were.
commissions-accept-button = Accept
commissions-decline-button = Decline
commissions-take-back-button = Take my offer of { $part } back
commissions-end-button = End it for later sales
commissions-payout-button = I have paid { $money }
commissions-yes-button = Yes, { $money } was paid
commissions-no-button = No, go back
commissions-got-button = I have received it
commissions-ask-reference = You have paid the group { $money }? Send a reference by which it is found, such as the number of the transfer.
commissions-payout-sure = Write down that <b>{ $name }</b> has paid <b>{ $money }</b> to <b>{ $title }</b>?
    Reference: { $reference }
commissions-marked = ✓ { $money } is written down as paid. The group is asked to confirm.
commissions-paid-out = <b>{ $name }</b> says it has paid <b>{ $money }</b> to you for <b>{ $title }</b>.
    Reference: { $reference }
commissions-got = ✓ Thank you. The shop is told that { $money } has arrived.
commissions-was-received = ✅ <b>{ $title }</b> has received { $money }.

commissions-statement-title = <b>{ $title }</b>: commission, { $month }
commissions-statement-part = <b>{ $name }</b>
    { $sales ->
        [0] No sales
        [one] 1 sale
       *[other] { $sales } sales
    }: { $earned }
    { $refunds ->
        [0] Nothing went back
        [one] Went back with 1 refund
       *[other] Went back with { $refunds } refunds
    }: { $back }
    Paid out: { $paid }
    Owed at the end: <b>{ $owed }</b>
commissions-statement-none = No commission in this month.
commissions-statement-nobody = Nobody has agreed on a commission with this group yet. /commission in the group begins it.
commissions-statement-how = Counted in UTC. Shops pay it out by hand.
commissions-file-button = As a table (CSV)
commissions-statement-private-button = As a table, in private
commissions-statement-caption = { $title }, { $month }: { $count ->
    [one] 1 movement
   *[other] { $count } movements
}
