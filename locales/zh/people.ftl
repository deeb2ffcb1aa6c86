people-command-start = 从这里开始
people-command-help = 你能在这里做什么
people-command-language = 选择语言
people-command-timezone = 设置时区
people-command-terms = 销售条款
people-command-privacy = 我们保存了你的哪些信息
people-command-support = 联系人工帮助
people-command-export-me = 导出关于你的全部数据
people-command-delete-me = 删除你的数据

people-welcome =
    <b>{ $name }，你好！</b>
    我是一家开在群聊里的商店。在群里问我商品，当场就能买；在这里和我私聊，可以查看你的购物车、订单和收据。

    发送 /help 看看你能做什么，发送 /language 换一种语言。
people-welcome-add-button = 把我拉进群

people-help = <b>你能在这里做什么</b>
people-help-end = 在群里发送 /shop 加上你想找的东西，或者直接回复我的商品卡片来提问。
people-help-end-group = 发送 /shop 加上你想找的东西，或者直接回复我的商品卡片来提问。私聊里还能做更多。

people-language = 我现在用{ $language }和你说话。换一种语言：
people-language-chosen = 好的，说中文！
people-error-language = 这种语言我还不会。

people-zone =
    你的时区是 <b>{ $zone }</b>。
    请另选一个，或者发送你的城市（英文）：<code>/timezone Shanghai</code>
people-error-zone = 我不认识时区“{ $zone }”。请试试附近大城市的英文名，例如：/timezone Taipei

people-terms =
    <b>销售条款</b>

    <b>卖家是谁。</b>每件商品由卡片上写明的商家出售，合同在你和商家之间成立；本店只接单并转交。Telegram 不是合同一方。

    <b>价格。</b>以付款页面上的价格为准；如有运费，会在付款前加在那里。如果价格或库存已经变化，付款会被拒绝，不会扣款。

    <b>付款。</b>银行卡由 Telegram 和支付服务商处理，卡号不会到达本店。数字商品只能用 Telegram 星星支付。

    <b>配送。</b>商家寄到你填写的地址，运单号会发到这里。数字商品在我们的私聊里交付。

    <b>退款。</b>通过 /orders 或 /paysupport 联系商家。退款按原支付方式退回。如果你已付款而商品已售完，会自动退款给你。你作为买家的法定权利不受影响。

    <b>公平使用。</b>请不要冒用他人名义下单，也不要把本店的消息当作自己的来发布。
people-terms-accept-button = 我同意
people-terms-accepted = ✓ 你已于{ $when }同意这些条款。
people-terms-thanks = 谢谢，现在可以付款了。

people-privacy =
    <b>我们保存了你的哪些信息</b>

    • 你的 Telegram 编号、名字和用户名、语言和时区，以及最近一次出现的时间（精确到小时）。
    • 你把我拉进了哪些群。
    • 你的订单：商品、价格、支付编号、配送状态。从不保存银行卡号。
    • 你参加的团购。件数、时间、席位和一个代码写在人人可查的记录里，但没有你的名字。
    • 你搜索过的内容，保留七天。
    • 用于配送：你填写的姓名、地址、电话和邮箱。这些信息加密保存，密钥另外存放，只有给你发货的商家能看到。
    • 在群里：只有发给我的消息（命令、对我消息的回复）和我的回答。我们不收集聊天记录，也不用它训练任何模型。

    <b>谁能看到。</b>你自己、卖给你东西的商家，以及本店的运营者。付款通过 Telegram 和支付服务商进行，适用他们各自的隐私规则。信息不会出售，也不会交给广告商。

    <b>如何删除。</b>/export_me 会把全部内容发给你。/delete_me 会立即删除你的名字、地址和联系方式。因为账目必须保存，订单和金额会留在你的 Telegram 编号下，不带名字；你提过的问题会去掉一切与你有关的信息后保留，让别人也能看到回答。
people-privacy-name-hidden = 你在群里购买时，别人最多看到“群里有人买了……”。
people-privacy-name-shown = 你在显示名字的群里购买时，别人会看到你的名字。
people-privacy-show-button = 显示我的名字
people-privacy-hide-button = 隐藏我的名字

people-support =
    <b>人工帮助</b>

    • 关于订单（到哪了、尺码、退货）：请联系该订单的商家，/orders 会告诉你怎么联系。
    • 关于付款或退款：/paysupport。
people-support-contact = • 关于本店：{ $contact }
people-support-nobody = • 关于本店：请联系你所在群的管理员。

people-private-only = 这件事只和你有关，请在我们的私聊里问我。

people-export = 这是目前保存的关于你的全部内容，用任何文本编辑器都能打开。

people-erase-unfinished = { $count ->
   *[other] <b>走之前请注意，还有 { $count } 件事没有完成：</b>
}
people-erase =
    <b>要删除你的数据吗？</b>

    立即永久删除：你的名字和用户名、地址、电话、邮箱、购物车、设置和已同意的条款。

    因为账目必须保存而保留：你的 Telegram 编号下的订单和金额，不带名字。你提过的问题会去掉一切与你有关的信息后保留。之后，还需要你地址的包裹将无法送达。
people-erase-keep-button = 保留我的数据
people-erase-button = 全部删除
people-erase-kept = 好的，什么都没有删除。
people-erased = 你的数据已删除。随时欢迎回来：发送 /start。
people-error-nothing-known = 没有可删除的内容了：你的数据已经不在了。
