# The commands
merchants-command-myshop = 我的店铺：名称、配送、团队、收款
merchants-command-merchants = 开店、关店、邀请店主

# What can go wrong
merchants-error-operators-only = 只有本机器人的运营者可以这样做。
merchants-error-owners-only = 只有店主可以这样做。
merchants-error-invitation-over = 这个邀请已被使用、已过期或已被替换，请重新索取链接。
merchants-error-not-on-team = 此人已不在团队里。
merchants-error-owners-stay = 店主不能在这里移除，请联系本机器人的运营者。
merchants-error-country = 我不认识国家“{ $written }”。请发送名称或代码，例如 中国 或 CN。
merchants-error-countries-many = 太多了。最多 { $max } 个国家，或发送 * 表示全球。
merchants-error-currency = 我不认识货币“{ $written }”。可用的有：{ $known }。
merchants-error-shipping-gone = 这种配送方式已不存在。
merchants-error-shipping-many = 一家店铺最多 { $max } 种配送方式。
merchants-error-days = 请发送 0 到 { $max } 之间的天数，例如 2-4；说不准就发一个短横线。
merchants-error-price = 请用本店货币（{ $taken }）发送价格，例如 4.90 EUR。多个价格用分号隔开：4.90 EUR; 5.50 USD
merchants-error-token = 这不是支付令牌。@BotFather 给出的令牌形如 123456789:LIVE:abc…
merchants-error-key = 这不是 Stripe 的密钥。密钥以 sk_ 或 rk_ 开头。
merchants-error-key-publishable = 这是 Stripe 的可公开密钥。退款需要以 sk_ 或 rk_ 开头的密钥。
merchants-error-modes-differ = 一个是测试用的，另一个是真实收款用的。请发送与令牌相配的密钥。
merchants-error-not-connected = 请先连接支付令牌。

# Buttons
merchants-yes-button = 是
merchants-no-button = 不，返回
merchants-new-button = 开一家新店
merchants-all-button = « 全部店铺
merchants-invite-owner-button = 邀请店主
merchants-close-button = 关闭店铺
merchants-reopen-button = 重新开店
merchants-back-button = « 返回
merchants-copy-button = 复制链接
merchants-ask-name-button = 店名
merchants-ask-about-button = 简介
merchants-ask-support-button = 客服联系
merchants-ask-currencies-button = 货币
merchants-ask-countries-button = 配送国家
merchants-shipping-button = 配送
merchants-team-button = 团队
merchants-till-button = 收款
merchants-shipping-new-button = 添加配送方式
merchants-option-name-button = 名称
merchants-option-price-button = 价格
merchants-option-days-button = 天数
merchants-option-countries-button = 国家
merchants-remove-button = 删除
merchants-remove-member-button = 移除 { $name }
merchants-invite-staff-button = 邀请成员
merchants-token-button = 支付令牌
merchants-key-button = Stripe 密钥
merchants-off-button = 断开
merchants-connect-button = 连接收款
merchants-shop-button = 我的店铺

# The operator
merchants-list = <b>店铺</b>：{ $count ->
    [0] 还没有
   *[other] { $count } 家
}
merchants-list-empty = 开第一家店，然后把链接发给店主。
merchants-line = • <b>{ $name }</b> – { $country }，{ $currencies }{ $status ->
    [closed] ，已关闭
   *[open] {""}
}
merchants-sheet = <b>{ $name }</b>{ $status ->
    [closed] {" "}– 已关闭，暂停销售
   *[open] {""}
}
merchants-fact-country = 国家：{ $value }
merchants-fact-currencies = 货币：{ $value }
merchants-fact-owners = 店主：{ $value }
merchants-fact-team = 团队：{ $count ->
    [0] 还没有人
   *[other] { $count } 人
}
merchants-fact-products = 在售：{ $count ->
    [0] 还没有商品
   *[other] { $count } 件商品
}
merchants-invitation-waits = 店主邀请有效至 { $until }。
merchants-nothing-yet = <i>暂无</i>
merchants-nameless = 用户 { $number }
merchants-and-more = { $names } 等，另有 { $count } 个
merchants-ask-open-name = 新店叫什么名字？
merchants-ask-open-country = <b>{ $name }</b> 在哪个国家？请发送名称或代码，例如 中国 或 CN。
merchants-ask-open-currency = { $country }。用哪种货币销售？请发送代码，例如 CNY。
merchants-opened = ✓ <b>{ $name }</b> 已开业。目前只在本国配送，店主可以更改。
merchants-owner-link =
    请把这个链接发给 <b>{ $name }</b> 的店主：
    { $link }

    最先打开的人成为店主。链接只能用一次，有效至 { $until }；生成新链接后此链接作废。
merchants-closed-now = ✓ 店铺已关闭。商品暂停销售，没有删除任何内容。
merchants-open-now = ✓ 店铺已重新开业。

# The owner
merchants-fact-about = 简介：{ $value }
merchants-fact-support = 客服：{ $value }
merchants-fact-ships-to = 配送至：{ $value }
merchants-fact-shipping = 配送：{ $count ->
    [0] 已含在价格内
   *[other] { $count } 种方式
}
merchants-everywhere = 全球
merchants-all-countries = 所有配送国家
merchants-till-none = 收款：未连接，暂时无人能购买。
merchants-till-house = 收款：通过本机器人的账户
merchants-till-own = 收款：你自己的账户，令牌尾号 <code>{ $ending }</code>{ $test ->
    [yes] （测试，无真实款项）
   *[no] {""}
}
merchants-changed = ✓ 已更改。
merchants-ask-name = <b>{ $name }</b> 要改成什么名字？
merchants-ask-about = 用几句话向买家介绍 <b>{ $name }</b>。发送一个短横线可删除简介。
merchants-ask-support = <b>{ $name }</b> 的买家在哪里寻求帮助？请发送地址、号码或 @用户名。发送一个短横线可删除。
merchants-ask-countries = 你配送到哪些国家？请发送名称或代码，例如 中国、日本 或 CN, JP。* 表示全球。
merchants-ask-currencies = 你用哪些货币销售？第一种为常用货币：CNY, EUR
merchants-shipping = <b>{ $name }</b>：配送
merchants-shipping-none = 还没有配送方式：运费已含在价格内。
merchants-option-line = • <b>{ $name }</b> – { $prices }，{ $days }
merchants-option = <b>{ $name }</b>（<code>{ $code }</code>）
merchants-fact-prices = 价格：{ $value }
merchants-fact-days = 时间：{ $value }
merchants-fact-to = 配送至：{ $value }
merchants-days = { $span } 天
merchants-ask-option-name = 这种配送方式叫什么？
merchants-ask-option-price = 多少钱？本店货币：{ $taken }；每种货币一个价格，例如 4.90 EUR; 5.50 USD。0 表示免费。
merchants-ask-option-days = 需要几天？请发送数字或范围，例如 2-4；说不准就发一个短横线。
merchants-ask-option-countries = 配送到哪些国家？请发送名称或代码；* 表示所有配送国家。
merchants-option-added = ✓ 已添加。还可以说明需要几天、配送到哪里。
merchants-option-sure = 要删除 <b>{ $name }</b> 吗？已选用它的订单不受影响。
merchants-option-removed = ✓ 已删除。
merchants-team = <b>{ $name }</b>：团队
merchants-member = • { $name }{ $role ->
    [owner] （店主）
   *[staff] {""}
}
merchants-team-may = 成员负责商品和订单；密钥、配送和团队只归店主管理。
merchants-staff-link =
    请把这个链接发给要到 <b>{ $name }</b> 帮忙的人：
    { $link }

    最先打开的人加入团队。链接只能用一次，有效至 { $until }。
merchants-member-sure = 要把 { $name } 移出团队吗？
merchants-member-removed = ✓ 已移出团队。
merchants-welcome-owner =
    <b>欢迎！{ $name } 现在归你了。</b>
    1. 用下面的按钮连接收款，并设置配送。
    2. 上架商品：/newproduct，或用 /import 导入文件。
    3. 把我拉进群，大家就能在群里购买。
merchants-welcome-staff =
    <b>欢迎加入 { $name } 的团队！</b>
    /products 查看商品，/sales 查看订单；其他功能见 /help。
merchants-joined = { $person } 已加入 <b>{ $name }</b>，{ $role ->
    [owner] 成为店主。
   *[staff] 成为成员。
}
merchants-removed = 你已不在 <b>{ $name }</b> 的团队里。
merchants-shop-closed = <b>{ $name }</b> 暂时关闭：商品暂停销售，已付款的订单照常处理。详情请联系本机器人的运营者：/support
merchants-shop-reopened = <b>{ $name }</b> 已重新开业。

# Payment keys
merchants-till = <b>{ $name }</b>：收款
merchants-till-key = 退款：Stripe 密钥尾号 <code>{ $ending }</code>{ $test ->
    [yes] （测试）
   *[no] {""}
}
merchants-till-no-key = 退款：还没有 Stripe 密钥。没有它，就要在支付服务商的后台退款。
merchants-till-how = 支付令牌来自 @BotFather：你的机器人 → Payments → Stripe。拿不到时请向本机器人的运营者索取。Stripe 密钥在 dashboard.stripe.com → 开发者 → API 密钥。两者都加密保存，你的消息会立即删除。
merchants-ask-token = 请发送 <b>{ $name }</b> 的支付令牌。我会立即删除你的消息。
merchants-ask-key = 请发送你 Stripe 账户的密钥，用于退款。有退款写入权限的受限密钥即可。我会立即删除你的消息。
merchants-token-kept = ✓ 已连接。今后的购买都付到这个账户。
merchants-key-kept = ✓ 现在可以退款了。
merchants-off-sure = 要断开 <b>{ $name }</b> 的收款吗？已付的款项仍可退款。
merchants-off-done = ✓ 已断开。
merchants-stray-secret = 这看起来像支付密钥，我已删除，没有保存。要连接，请打开 /myshop → 收款。
merchants-delete-it-yourself = 我无法删除你那条含密钥的消息，请自己删除。
merchants-connection-missed = 有人想在 <b>{ $name }</b> 购买，但店铺还不能收款。连接之后，下一位就能付款了。

# 账目
merchants-command-statement = 你的店或群收入多少、退了多少
merchants-statement-title = <b>{ $name }</b>，{ $month }
merchants-statement-none = 没有收款，也没有退款。
merchants-statement-earned = 买家付款：{ $money }
merchants-statement-back = 退款：{ $money }
merchants-statement-platform-fee = 本机器人运营者收取：{ $money }
merchants-statement-commission = 群佣金：{ $money }
merchants-statement-lost = 被买家银行追回：{ $money }
merchants-statement-transferred = 已转入你自己的 Stripe 账户：{ $money }
merchants-statement-month = 本月剩余：<b>{ $money }</b>
merchants-statement-balance = 自开店以来：{ $money }
merchants-statement-gateway-fee = 支付服务商收取：{ $money }
merchants-statement-untold = { $sales } 笔销售中有 { $untold } 笔，支付服务商没有告知收取了多少费用。
merchants-statement-how = 按 UTC 计算。剩余的钱在收款方那里：你自己的支付服务商，或本机器人的运营者。服务商收取的费用从收款账户中扣除，没有计入上面的数字。
merchants-statement-groups = 想看哪个群的佣金？
merchants-statement-group-button = 群：{ $title }
merchants-statement-file-button = 导出表格（CSV）
merchants-statement-caption = { $name }，{ $month }：{ $count } 笔

# 平台账户之下的 Stripe 账户（Connect）
merchants-sharing-button = 你自己的 Stripe 账户
merchants-sharing-begin-button = 到 Stripe 设置
merchants-sharing-again-button = 继续在 Stripe 填写
merchants-sharing-end-button = 停止使用
merchants-sharing-go-button = 打开 Stripe
merchants-fee-button = 平台费
merchants-sharing = <b>{ $name }</b>：你自己的 Stripe 账户
merchants-sharing-status = { $status ->
    [opening] 正在请 Stripe 开户。
    [onboarding] Stripe 还需要你补充一些信息，之后才能为你收款。
    [ready] ✓ 已就绪（尾号 <code>{ $ending }</code>）：在 Stripe 页面上预留或收取的钱会直接进入该账户。
   *[none] 尚未设置。买家在 Stripe 页面上付的钱由本机器人的运营者代收，并欠付给你。
}
merchants-sharing-fee = 每笔这样的销售，运营者收取 { $part }。
merchants-sharing-how = Stripe 会询问你的身份和收款账户；本机器人不会得知这些内容。平台费按实际收取的金额计算，向下取整到最小单位。退款时，平台费会按同样比例退还给你。通过 Telegram 自带付款表单的销售不参与分账。
merchants-sharing-begun = 稍等：几秒钟后会收到 Stripe 的链接。
merchants-sharing-link = 在这里为 <b>{ $name }</b> 向 Stripe 说明你的身份。链接只能打开一次，几分钟内有效。
merchants-sharing-refused = Stripe 暂时不能为 <b>{ $name }</b> 开户（{ $trouble }）。请联系本机器人的运营者：/support
merchants-sharing-sure = 不再把 <b>{ $name }</b> 的钱转入你自己的 Stripe 账户？新的销售款由运营者代收；此前的销售不受影响。
merchants-sharing-ended = ✓ 新的销售款不再转入该账户。
merchants-sharing-ready = ✅ <b>{ $name }</b>：Stripe 的资料已齐全。从现在起，在其页面上收取的钱会扣除约定的平台费后直接进入你自己的账户。
merchants-sharing-paused = ⚠️ Stripe 暂停为 <b>{ $name }</b> 的账户收款：它需要你补充信息。在此之前，新的销售款由运营者代你保管。
merchants-sharing-fee-changed = 从现在起，<b>{ $name }</b> 通过 Stripe 的销售，运营者收取 { $part }。之前的销售不变。
merchants-ask-fee = <b>{ $name }</b> 通过 Stripe 的销售，我们收取 { $part }。从现在起的销售应收多少？请发送比例，例如 2.5 %。
merchants-fee-kept = ✓ 从现在起的销售收取 { $part }。
