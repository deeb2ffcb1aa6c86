payments-command-paysupport = 付款方面的帮助

payments-support =
    <b>付款方面的帮助</b>

    /orders 会列出你买过的东西和已退的款。如果被重复扣款，多扣的那一笔会自动退回。

    是否退款由商家决定：打开订单，里面有商家的联系方式。同意后，银行卡退款需要 5 到 10 天到账，星星会立即退回。

    Telegram 官方客服无法处理这里的购买。如果商家没有回复，请用 /support 联系我们。

payments-surplus-returned = 你被多扣了 <b>{ $money }</b>，这笔钱正在退还给你，无需任何操作。

payments-refund-failed =
    ⚠️ <b>有一笔退款没有成功。</b>
    { $money }，退款编号 { $refund }。支付渠道的说明：{ $trouble }。
    这笔钱仍然应当退给买家。请检查商家的支付账户，然后重试。
payments-refund-retry-button = 重试
payments-refund-trying-again = 正在重试。如果支付渠道仍然拒绝，会在这里通知你。

payments-error-unknown = 这张账单不是我们发出的，或者已经失效。
payments-error-not-yours = 这张账单是给别人的。点“购买”就会有你自己的账单。
payments-error-too-late = 这个订单已不能付款。再点一次“购买”即可，很快就好。
payments-error-already-paid = 这笔已经付过了，请看 /orders。
payments-error-price-changed = 价格已变为 { $price }，没有扣款。再点一次“购买”查看新价格。
payments-error-no-account = 这位商家暂时还不能收款，没有扣款。
payments-error-page = 付款页面暂时打不开。没有扣款，也没有丢失任何东西：请稍后再按一次按钮。
payments-error-refund-too-large = 最多还能退 { $left }。
payments-error-nothing-to-refund = 没有可以退的了。
payments-error-only-whole-refunds = Telegram 的星星只能一次全部退回：请选择全额 { $price }。
payments-error-unknown-refund = 没有找到这笔退款。
payments-disputed = ⚠️ 付款 { $payment } 的付款人对 <b>{ $money }</b> 提出了争议（{ $reason }）。答复期限请见 Stripe 后台。
payments-unexplained = ⚠️ Stripe 退回了付款 { $payment } 的 <b>{ $money }</b>（{ $number }），与账目不符，请核对。
payments-hold-differs = ⚠️ 付款 { $payment }：账目记为“{ $ours }”，Stripe 的列表为“{ $theirs }”，请核对。
payments-error-fee = 请填写 0 到 { $max } 之间的百分比，最多两位小数。
payments-books-differ = ⚠️ 付款 { $payment }（{ $subject }）：账目记为“{ $ours }”，Stripe 的列表为“{ $theirs }”，请核对。
