# 命令
questions-command-shop = 找商品：/shop 50以下的红鞋
questions-command-ask = 回复商品卡片来提问

# 搜索结果
questions-page = 第 { $at } / { $total } 个
questions-corrected = 为你显示“<b>{ $words }</b>”的结果。
questions-missed-stock = 目前已售罄：
questions-missed-words = 没有完全符合的商品，最接近的是：
questions-missed-under = 没有低于 { $price } 的，最接近的是：
questions-missed-over = 没有高于 { $price } 的，最接近的是：
questions-missed-between = 没有 { $least } 到 { $most } 之间的，最接近的是：
questions-missed-currency = 这里的价格是{ $currency }，无法与 { $price } 比较。从最低价开始：
questions-price-in = 按你说的货币，价格是 { $price }
questions-order-cheapest = 从最便宜的开始：
questions-order-dearest = 从最贵的开始：
questions-order-popular = 从最受欢迎的开始：
questions-nothing-found = 没有找到“{ $words }”。请说出商品的种类，例如 <code>/shop 50欧元以下的红鞋</code>，或看看大家喜欢什么。人工帮助：/support
questions-nothing-for-sale = 这里还没有商品出售。
questions-popular-button = 看看大家喜欢什么

# 关于商品
questions-variant-yes = 有，{ $wanted } 可以买到。
questions-variant-left = 有，{ $wanted } 还剩 { $left } 件。
questions-variant-sold-out = { $wanted } 目前已售罄。
questions-variant-none = 没有 { $wanted }。
questions-variant-one-kind = 这件商品只有一种款式。
questions-variant-others = 现有：{ $values }。
questions-variant-gone = 已售完：{ $values }。
questions-price = 价格是 { $price }。
questions-stock-always = 随时可以购买。
questions-fact-yes = { $name }：<b>是</b>（商品资料）。
questions-fact-no = { $name }：<b>否</b>（商品资料）。
questions-fact = { $name }：<b>{ $value }</b>
questions-quote-merchant = 商家说：“{ $text }”
questions-quote-buyer = 买家说：“{ $text }”
questions-quote-description = 商品描述写道：“{ $text }”
questions-quote-review = 有买家在评价里写道：“{ $text }”
questions-quote-asked = <i>有人问过：{ $text }</i>
questions-delivery-unknown = { $merchant } 没有说明如何配送。
questions-delivery-free = 免费
questions-delivery-days = { $days } 天
questions-delivery-span = { $least }–{ $most } 天
questions-dont-know = 关于 <b>{ $title }</b> 的这个问题我不知道，也不想乱猜。要我去问 { $merchant } 吗？
questions-product-gone = 这件商品已不再出售。用 /shop 找找别的吧。

# 询问商家
questions-ask-merchant-button = 问问商家
questions-merchant-is-asked = 已经问了{ $merchant }，回答会发到这里。
questions-merchant-is-asked-toast = { $merchant }已收到你的问题。
questions-somebody = 有人
questions-merchant-asked =
    { $name } 想了解 <b>{ $title }</b>：

    “{ $text }”

    请直接回复这条消息作答。
questions-answer-button = 回答
questions-decline-button = 我们也不知道
questions-answer-prompt =
    “{ $text }”

    请回复这条消息写下你的回答。
questions-answer-sent = 谢谢！你的回答已经发出，以后再有人问也能看到。
questions-declined-toast = 好的，我会告诉对方你们也不清楚。
questions-answered =
    { $name }，{ $merchant } 回答了关于 <b>{ $title }</b> 的问题：

    <i>{ $question }</i>
    “{ $answer }”
questions-declined =
    { $name }，{ $merchant } 无法回答关于 <b>{ $title }</b> 的这个问题：

    <i>{ $question }</i>

# 闲聊
questions-talk-greeting = 你好！告诉我你想找什么，比如“50以下的红鞋”。
questions-talk-thanks = 不客气！
questions-talk-unrecognised = 我没有看出你要找什么商品。请告诉我是哪一类，例如“40欧元以下的保暖帽子”，或者回复某个商品来提问。人工帮助：/support
questions-talk-which-product = 这要看是哪件商品和哪家商家。请回复某个商品来提问，我会告诉你已知的信息，或者去问商家。
questions-talk-own-order = 你的订单和物流都在 /orders 里。人工帮助：/support
questions-talk-help = 告诉我你想找什么，比如 <code>/shop 50以下的红鞋</code>，或者回复商品卡片提问。

# 可能出错的地方
questions-error-gone = 这个问题已经不在了。
questions-error-not-yours = 只有提问的人才能把问题转给商家。
questions-error-not-your-shop = 只有这家店的人才能回答。
questions-error-already-asked = 问题已经在商家那里了，回答会发到这里。
questions-error-already-answered = 已经有人回答过了，谢谢！
questions-error-too-many = 你今天已经发了 { $max } 个问题，请明天再试。
questions-error-answer-empty = 请写几个字。
questions-error-answer-long = 太长了，请最多写 { $max } 个字。
questions-error-nobody = 现在联系不上这家店的人。
questions-error-search-gone = 这次搜索太久了，无法翻页，请重新搜索。

# 属性
questions-attribute-material = 材质
questions-attribute-weight = 重量
questions-attribute-waterproof = 防水
questions-attribute-water-resistant = 防泼水
questions-attribute-vegan = 纯素
questions-attribute-machine-washable = 可机洗
questions-attribute-washing-temperature = 洗涤温度
questions-attribute-dishwasher-safe = 可用洗碗机清洗
questions-attribute-microwave-safe = 可微波加热
questions-attribute-oven-safe = 可进烤箱
questions-attribute-induction = 适用电磁炉
questions-attribute-food-safe = 食品级
questions-attribute-handmade = 手工制作
questions-attribute-insulated = 保温
questions-attribute-keeps-hot = 保温时间
questions-attribute-leakproof = 防漏
questions-attribute-airtight = 密封
questions-attribute-floats = 可漂浮
questions-attribute-pockets = 口袋
questions-attribute-padded-laptop-sleeve = 电脑保护夹层
questions-attribute-fits-laptop-up-to = 适用电脑尺寸上限
questions-attribute-rain-cover = 防雨罩
questions-attribute-printable = 可打印
questions-attribute-length = 长度
questions-attribute-width = 宽度
questions-attribute-height = 高度
questions-attribute-depth = 深度
questions-attribute-diameter = 直径
questions-attribute-thickness = 厚度
questions-attribute-capacity = 容量
questions-attribute-volume = 容积
questions-attribute-origin = 产地
questions-attribute-care = 保养
questions-attribute-fit = 版型
questions-attribute-sole = 鞋底
questions-attribute-battery = 电池
questions-attribute-burn-time = 照明时间
questions-attribute-brightness = 亮度
questions-attribute-power = 功率
questions-attribute-max-load = 最大承重
questions-attribute-pages = 页数
questions-attribute-format = 格式
questions-attribute-language = 语言
questions-attribute-pieces = 件数

# 颜色
questions-colour-red = 红色
questions-colour-burgundy = 酒红色
questions-colour-rust = 铁锈色
questions-colour-orange = 橙色
questions-colour-yellow = 黄色
questions-colour-mustard = 芥末黄
questions-colour-green = 绿色
questions-colour-olive = 橄榄绿
questions-colour-sage = 鼠尾草绿
questions-colour-petrol = 孔雀蓝
questions-colour-blue = 蓝色
questions-colour-navy = 藏青色
questions-colour-sky = 天蓝色
questions-colour-indigo = 靛蓝色
questions-colour-purple = 紫色
questions-colour-pink = 粉色
questions-colour-brown = 棕色
questions-colour-cognac = 干邑色
questions-colour-black = 黑色
questions-colour-white = 白色
questions-colour-grey = 灰色
questions-colour-slate = 石板灰
questions-colour-cream = 米白色
questions-colour-beige = 米色
questions-colour-sand = 沙色
questions-colour-gold = 金色
questions-colour-silver = 银色
questions-unknown-command = 我不认识 { $command }。发送 /help 可以查看我懂的命令，也可以直接写你想找的东西。
