orders-command-cart = 你的购物车
orders-command-orders = 你买过的东西
orders-command-order = 查看某个订单：/order 12
orders-command-sales = 待发货和全部已售订单

orders-buy-button = 购买
orders-sold-out-button = 已售罄
orders-gone-button = 已下架
orders-close-button = 关闭
orders-back-button = ‹ 返回
orders-open-button = 查看订单

orders-tap-one = 可选项里没有这个，请点下面的按钮选择。
orders-choose =
    { $kind ->
        [size] 请选择尺码
        [colour] 请选择颜色
        [material] 请选择材质
        [style] 请选择款式
        [length] 请选择长度
        [diameter] 请选择直径
        [capacity] 请选择容量
        [volume] 请选择容积
        [back] 请选择背长
       *[other] 请选择：{ $option }
    }
orders-receipt-comes = 收据会发到我们的私聊，在那里随时可用 /orders 查看。
orders-pay-button =
    { $more ->
        [yes] 支付 { $total }（运费另计）
       *[no] 支付 { $total }
    }
orders-add-button = 加入购物车
orders-terms =
    <b>首次付款之前</b>
    卖家是商品卡片上的商家，价格以付款页为准。你的地址只会交给这位商家。是否退款由商家决定，但以你所在国家的法律为准。

    详情见 /terms 和 /privacy。你同意吗？
orders-terms-accept-button = 同意并继续
orders-number = 订单 { $number }

orders-held =
    <b>订单 { $number }</b>，卖家：{ $merchant }
    { $lines }

    { $more ->
        [yes] <b>{ $total }</b>（不含运费）
       *[no] <b>{ $total }</b>
    }，为你保留{ $span }。
orders-invoice =
    { $more ->
        [yes] 卖家：{ $merchant }，运费另计。{ $lines }
       *[no] 卖家：{ $merchant }。{ $lines }
    }
orders-cancel-button = 取消
orders-expired-held = 订单 { $number }：付款时间已过。
orders-cancelled = 订单 { $number } 已取消，没有扣款。
orders-go-on-button = 现在付款
orders-again-button = 再试一次

orders-cart =
    <b>你的购物车</b> – { $merchant }
    { $lines }

    { $more ->
        [yes] <b>{ $total }</b>，不含运费
       *[no] <b>{ $total }</b>
    }
orders-cart-changed = 与你上次查看时相比有变化：价格以今天为准，已下架的商品已移除。
orders-clear-button = 清空购物车
orders-show-cart-button = 查看购物车
orders-added = 已加入购物车，现在共 { $count } 件。
orders-other-merchant = 你的购物车里是 <b>{ $theirs }</b> 的商品，而一个购物车只能放同一家的商品。要清空并改买 <b>{ $ours }</b> 的吗？
orders-start-over-button = 清空并重新开始
orders-keep-cart-button = 保留购物车

orders-receipt =
    ✅ <b>已付款 – 订单 { $number }</b>
    { $merchant }，{ $when }

    { $lines }
    合计：<b>{ $total }</b>

    { $digital ->
        [yes] 文件随后就到，之后也可以在 /orders 中再次获取。
       *[no] 发货时我会通知你。
    }
orders-title = <b>订单 { $number }</b> – { $merchant }
orders-status-draft = 在购物车中
orders-status-reserved = 等待付款
orders-status-expired = 付款时间已过
orders-status-cancelled = 已取消
orders-status-pledged = 参团中，等待成团
orders-status-released = 未成团，你不用付钱
orders-status-paid = 已付款
orders-status-shipped = 运送中
orders-status-delivered = 已送达
orders-status-refunded = 已全额退款
orders-status-downloaded = 已通过下载交付
orders-short-draft = 购物车
orders-short-reserved = 待付款
orders-short-expired = 已过期
orders-short-cancelled = 已取消
orders-short-pledged = 等待成团
orders-short-released = 未成团
orders-short-paid = 已付款
orders-short-shipped = 运送中
orders-short-delivered = 已送达
orders-short-refunded = 已退款
orders-short-downloaded = 下载
orders-summary =
    { $more ->
        [0] { $number } · { $what } · { $total } · { $status }
       *[other] { $number } · { $what } 和另外 { $more } 种 · { $total } · { $status }
    }
orders-more-lines = ……还有 { $count } 项
orders-line-refunded = （已退 { $count } 件）
orders-delivery = { $title } – { $price }
orders-sku = 货号 { $sku }
orders-handed-over = 📍 在群里自提
orders-delivery-included = 包邮
orders-total = 合计：<b>{ $total }</b>
orders-refunded = 已退款：{ $money }
orders-address =
    <b>地址</b>
    { $address }
orders-tracking =
    <b>运单号</b>
    { $numbers }
orders-copy-button = 复制 { $number }
orders-merchant-contact = 联系商家：{ $contact }
orders-none = 你还没有买过东西。在这里或群里发送 /shop 加上想找的商品即可。
orders-list-button = ‹ 我的全部订单
orders-list = <b>你的 { $count } 个订单</b>
orders-received-button = 已收到

orders-shipped =
    📦 { $merchant }：<b>订单 { $number } 已发货</b>，共 { $count } 个包裹。

    运单号：
    { $numbers }
orders-shipped-plain = 📦 { $merchant }：<b>订单 { $number } 已发货</b>。
orders-expired =
    付款时间已过，以下商品已放回货架：
    { $lines }

    没有扣款。
orders-refund-whole = { $merchant } 向你退款 <b>{ $money }</b>，订单 { $number } 已全额退还。{ $stars ->
        [yes] 星星立即到账。
       *[no] 银行到账需要 5 到 10 天。
    }
orders-refund-part = { $merchant } 向你退还订单 { $number } 中的 <b>{ $money }</b>。{ $stars ->
        [yes] 星星立即到账。
       *[no] 银行到账需要 5 到 10 天。
    }
orders-late-sold-out = 订单 { $number } 的付款到达时已过期，最后一件刚被别人买走。你的 <b>{ $money }</b> 正在退回，非常抱歉！
orders-late-paid-already = 订单 { $number } 之前已经付过款，第二笔 <b>{ $money }</b> 正在退回给你。
orders-hold-sold-out = 订单 { $number } 的预订在限时之后才到，其间最后一件已被买走。没有扣款，也不会继续冻结任何金额。非常抱歉！
orders-hold-unfit = 你选的配送方式送不到你的地址，订单 { $number } 没有成立。没有扣款。请再按一次付款，换一种配送方式。
orders-card-note =
    现在不扣款。这里只保存你的银行卡，团购成功时最多扣 { $total }；不成功则删除卡片信息。{ $address ->
        [yes] 包裹会寄到你在这里填写的账单地址。
       *[no] { "" }
    }

orders-sale-new = 🛍 <b>新订单 { $number }</b>
orders-sale = <b>订单 { $number }</b>
orders-sales-open =
    { $count ->
        [0] <b>没有待发货的订单。</b>
       *[other] <b>{ $count } 个订单待发货</b>
    }
orders-sales-all =
    { $count ->
        [0] <b>还没有卖出商品。</b>
       *[other] <b>目前共 { $count } 个订单</b>
    }
orders-sales-open-button = 待发货
orders-sales-all-button = 全部订单
orders-ship-button = 发货
orders-ship-more-button = 补充运单号
orders-delivered-button = 已送达
orders-refund-begin-button = 退款
orders-ask-tracking = 请<b>回复这条消息</b>，写上订单 { $number } 的运单号。多个包裹请每行一个。
orders-no-tracking-button = 已发货，没有运单号
orders-parcels-noted = ✓ 已记下 { $count } 个运单号，买家已收到通知。
orders-tracking-noted = 订单 { $number } 已发货，买家已收到通知。要补充运单号，请回复这条消息。
orders-refund-plan =
    <b>订单 { $number } 的退款</b>
    点一下某一行就少退一件。当前选择：<b>{ $money }</b>
orders-refund-shipping-on-button = ✓ 退运费
orders-refund-shipping-off-button = · 不退运费
orders-refund-restock-on-button = ✓ 放回库存
orders-refund-restock-off-button = · 不放回库存
orders-refund-button = 退还 { $money } ……
orders-refund-review =
    确定为订单 { $number } 退还 <b>{ $money }</b> 吗？
    { $lines }
orders-refund-shelf =
    { $restock ->
        [yes] 商品会放回库存。
       *[no] 商品不会放回库存。
    }
orders-refund-sure-button = 是的，退还 { $money }
orders-refund-failed = ⚠️ 订单 { $number } 的 { $money } 退款没有成功。运营人员已知情；这笔钱仍然应当退给买家。
orders-unfinished = 订单 { $number } 还没有送到；没有地址可能无法送达。

orders-no-till = { $merchant } 暂时还不能收款。没有扣款，店铺已知道有人想购买。
orders-error-unknown = 没有找到这个订单，或者它不是你的。
orders-error-no-price = “{ $title }”还没有定价，请咨询商家。
orders-error-only-for-stars = “{ $title }”只能用星星购买，商家还没有设定星星价格。
orders-error-price-changed = “{ $title }”现在的价格是 { $price }，没有扣款。再点一次“购买”即可继续。
orders-error-cart-changed = 购物车现在共 { $price }，没有扣款。请再看一眼：/cart
orders-error-closed = 订单 { $number } 已不能付款或更改，请看 /orders。
orders-error-no-delivery = { $merchant } 不送货到这个国家，没有扣款。
orders-error-delivery-missing = 请选择地址和配送方式。
orders-error-way-missing = 请先选择配送方式。
orders-error-not-mixed = 实物和数字商品的付款方式不同，请分开购买。
orders-error-cart-empty = 购物车是空的。在这里或群里发送 /shop 加上想找的商品即可。
orders-error-cart-full = 购物车满了：最多 { $max } 种商品。
orders-error-other-merchant = 购物车里是 { $theirs } 的商品，请先付款或清空。
orders-error-terms = 请先接受条款：/terms
orders-error-cannot-ship = 订单 { $number } 现在不能发货。
orders-error-tracking-number = “{ $number }”不像运单号：应由字母和数字组成，每行一个。
orders-error-tracking-missing = 里面没有找到运单号。
orders-error-too-many-parcels = 每个订单最多 { $max } 个包裹。
orders-error-cannot-refund = 订单 { $number } 现在没有可退的款。
orders-error-nothing-chosen = 请至少选择一件要退的商品。
orders-error-refunded-meanwhile = 订单 { $number } 刚刚有一部分已经退款，请重新选择。

orders-file-again-button = 再次发送文件
orders-file-in-private = 请打开与我的私聊并发送 /orders：在群里发文件，所有人都会看到。
orders-goods-text =
    这是你购买的 <b>{ $title }</b>：
    { $text }
orders-goods-missing = 暂时找不到 <b>{ $title }</b> 的文件。请联系商家，联系方式见 /orders。
orders-error-nothing-to-send = 没有可发送的文件：这个订单不含文件，或者已经退款。
orders-refund-outside = 订单 { $number } 的 <b>{ $money }</b> 已在支付平台退款。我已记账并通知买家。
orders-disputed = ⚠️ 订单 { $number } 的买家向银行申请退回 <b>{ $money }</b>。请在支付平台后台答复，或联系买家，事情还有余地。
orders-paid-whisper = ✅ <b>已付款。</b>订单 { $number } 的收据在我们的私聊里。
orders-paid-held = ✅ <b>已付款</b> – 订单 { $number }，收据随后就到。
