groups-command-setup = 在群里设置我

groups-greeting =
    <b>{ $title }，大家好！</b>
    我是这个群的商店。发送 <code>/shop</code> 加上你想找的东西，或者回复我的商品卡片来提问。在这里就能买；只和你有关的内容，只有你看得到。

    管理员：请在“设置”里选择语言、货币、话题和商家。
groups-hears-little = 我能读到什么：命令，以及对我消息的回复。其余聊天内容只有在你们让我当管理员时才会到我这里；我不保存它们，也不用聊天训练任何模型。
groups-hears-everything = 我能读到什么：这里的每条消息都会到我这里。我只回答发给我的，其余一概不保存，也不用聊天训练任何模型。
groups-promoted = 谢谢让我当管理员：以后你的订单有进展，我可以单独告诉你。作为管理员，我会收到这里的每条消息；我仍然只回答发给我的，其余一概不保存。
groups-open-setup-button = 设置
groups-add-button = 把我拉进群

groups-setup-door = 设置只对你一个人打开：
groups-setup-which = 要设置哪个群？下面是你拉我进的群；其他群请在群里发送 /setup。
groups-setup-no-group = 请在你管理的群里发送 /setup。如果我还不在群里，请先拉我进去：
groups-setup =
    <b>{ $title }</b>

    语言：{ $language }
    货币：{ $currency }
    时区：{ $zone }
    我在这里说话：{ $topics }
    谁在这里卖东西：{ $sellers ->
        [all] 所有商家
        [0] 没有人
       *[other] { $sellers } 个商家
    }
    有人购买时：{ $lines }
    安静时段：{ $quiet }

groups-page-language = 语言
groups-page-currency = 货币
groups-page-zone = 时区
groups-page-topics = 话题
groups-page-sellers = 商家
groups-page-lines = 购买提示
groups-page-quiet = 安静时段
groups-back-button = ‹ 返回
groups-more-currencies-button = 其他货币

groups-choose-language = 我在这个群里说哪种语言？每个人都可以在私聊里选择自己的语言。
groups-choose-currency = 这里用哪种货币显示价格？如果商家没有这种货币的价格，会显示已有的价格。
groups-choose-zone =
    时区：<b>{ $zone }</b>
    没有列出？请在群里发送你的城市（英文）：<code>/setup Taipei</code>
groups-choose-topics = 我在这里说话：<b>{ $topics }</b>
groups-choose-sellers = 谁可以在这里卖东西？点一下即可更改。
groups-choose-lines = 有人购买时，群里看到什么？只有本人在 /privacy 里也同意，才会显示名字。
groups-choose-quiet =
    安静时段：<b>{ $quiet }</b>（{ $zone }）
    我主动说的话会等到时段结束；有人提问，我随时回答。

groups-topics-all = 所有话题
groups-topics-some = { $count ->
   *[other] { $count } 个话题
}
groups-topics-here-button = 只在这个话题
groups-topics-also-button = 这个话题也可以
groups-topics-all-button = 所有话题
groups-sellers-all-button = 所有商家
groups-lines-off = 什么都不显示
groups-lines-anonymous = “群里有人买了……”
groups-lines-first-name = 显示名字（需本人同意）
groups-quiet-never = 无

groups-bought = 🛍 群里有人买了“<b>{ $what }</b>”{ $more ->
    [0] 。
   *[other] {""}和另外 { $more } 件商品。
}
groups-bought-by = 🛍 { $name }买了“<b>{ $what }</b>”{ $more ->
    [0] 。
   *[other] {""}和另外 { $more } 件商品。
}

groups-error-not-admin = 这是“{ $title }”管理员的事——商店里的东西你随时可以问我！
groups-error-not-there = 我已经不在那个群里了。再拉我进去，我们就能接着来。
groups-error-quiet-hours = 安静时段需要不同的开始和结束时间。
groups-error-old-button = 这个按钮已经过时了，请重新发送 /setup。
groups-error-not-sold-here = { $merchant } 已不在本群销售。
