deals-command-deals = 团购：这里正在进行的，或你参加的
deals-command-proof = 团购的公开记录：/proof 12
deals-command-groupbuy = 发起团购，管理你的团购

deals-card-price = 👥 团购价：<b>{ $price }</b>{ $before }
deals-explain-goal =
    { $unit ->
        [pieces] 截止前须卖出 { $goal } 件；否则全部退款。
       *[people] 截止前须有 { $goal } 人参加；否则全部退款。
    }
deals-explain-goal-held =
    { $unit ->
        [pieces] 截止前须订满 { $goal } 件；否则谁都不扣款。
       *[people] 截止前须有 { $goal } 人参加；否则谁都不扣款。
    }
deals-explain-ladder = 人越多，大家付得越少：{ $steps }。先付第一档价格，差价会退回。
deals-explain-ladder-held = 人越多，大家付得越少：{ $steps }。卡上只先冻结第一档价格，结束时按达到的最低价扣款。
deals-explain-ladder-later = 人越多，大家付得越少：{ $steps }。现在只保存银行卡，结束时按达到的最低价扣款。
deals-explain-case = 只整箱购买，每箱 { $size } 件。你说想要几件、最多能要几件；没拿到的部分会退款。
deals-explain-case-held = 只整箱购买，每箱 { $size } 件。你说想要几件、最多能要几件；拿到多少扣多少。
deals-explain-case-later = 只整箱购买，每箱 { $size } 件。你说想要几件、最多能要几件；现在只保存银行卡，拿到多少扣多少。
deals-explain-team =
    发起一个 { $size } 人团，邀请朋友：从第一笔付款起 24 小时内有效。{ $has_discount ->
        [yes] 团长少付 { $discount }。
       *[no] { "" }
    }没有满团就退款。
deals-explain-team-held =
    发起一个 { $size } 人团，邀请朋友：从第一笔冻结起 24 小时内有效。{ $has_discount ->
        [yes] 团长少付 { $discount }。
       *[no] { "" }
    }没有满团就不扣款。
deals-step =
    { $unit ->
        [pieces] 满 { $count } 件 { $price }
       *[people] 满 { $count } 人 { $price }
    }
deals-card-joined =
    { $unit ->
        [pieces] { $joined }/{ $goal } 件
       *[people] { $joined }/{ $goal } 人
    }
deals-card-missing =
    { $unit ->
        [pieces] 还差 { $missing } 件成团
       *[people] 还差 { $missing } 人成团
    }
deals-card-next-step =
    { $unit ->
        [pieces] 已成团。再卖 { $more } 件降到 { $price }
       *[people] 已成团。再来 { $more } 人降到 { $price }
    }
deals-card-reached = ✅ 已成团，还可以参加。
deals-card-here =
    { $count ->
        [0] 本群还没有人参加；共 { $groups } 个群
       *[other] 其中本群 { $count }，共 { $groups } 个群在参加
    }
deals-card-sponsored =
    { $unit ->
        [pieces] 其中 { $count } 件由商家赞助
       *[people] 其中 { $count } 席由商家赞助
    }
deals-card-names =
    { $others ->
        [0] { $names } 已参加
       *[other] { $names } 等，另有 { $others } 人
    }
deals-card-sold = 已售 { $sold }/{ $cap } 件
deals-card-teams =
    { $count ->
        [0] 目前没有团在招人
       *[other] { $count } 个团正在招人
    }
deals-card-ends =
    { $extended ->
        [yes] ⏳ 已延长，{ $when } 截止
       *[no] ⏳ { $when } 截止
    }
deals-card-succeeded = ✅ 成团了，每件 { $price }。
deals-card-collecting = 💳 人数够了，正在从已保存的银行卡扣款：{ $people } 张中已扣 { $collected } 张。扣够了就成团。
deals-card-failed = 没有成团。谁都不用付钱，已付的会退回。
deals-card-failed-held = 没有成团。谁都没有被扣款。
deals-card-failed-collected = 没有成团：被拒的卡太多。已扣的款会全部退回。
deals-card-cancelled = 商家取消了。谁都不用付钱，已付的会退回。
deals-card-cancelled-held = 商家取消了。谁都没有被扣款。
deals-join-button = 参团 · { $price }
deals-full-button = 已满 · 排队
deals-how-button = 规则
deals-proof-button = 付款记录
deals-proof-button-later = 参团记录
deals-share-button = 分享
deals-over-button = 已结束
deals-start-team-button = 开团
deals-join-team-button = { $team } · { $joined }/{ $size }
deals-team-of = { $name } 的团
deals-team-number = { $number } 号团
deals-share-text = { $title }：一起买吗？
deals-how =
    { $kind ->
        [team] 现在付款。团在时限内满员就发货，否则钱自动全部退回。
        [case] 按最多能要的件数付款。整箱按付款先后分配，其余的钱退回。
        [ladder] 现在付第一档价格。结束时大家都按达到的最低价，多付的退回；没达到目标就全部退回。
       *[goal] 现在付款。没达到 { $goal } 的目标，钱自动全部退回。达到之前可以退出。
    }
deals-how-held =
    { $kind ->
        [team] 现在只在卡上冻结金额。团在时限内满员才扣款，否则一分不扣。
        [case] 现在只按最多能要的件数冻结。整箱按先后分配，拿到多少扣多少。
        [ladder] 现在只冻结第一档价格。结束时大家都按达到的最低价扣款；没达到目标就一分不扣。
       *[goal] 现在只在卡上冻结金额。达到 { $goal } 的目标才扣款，否则一分不扣。达到之前可以退出。
    }
deals-how-later =
    { $kind ->
        [team] 现在只保存银行卡。团在时限内满员才扣款，否则一分不扣。届时若被银行拒绝，你有 48 小时另行付款。
        [case] 现在只保存银行卡。整箱按先后分配，拿到多少扣多少。届时若被银行拒绝，你有 48 小时另行付款。
        [ladder] 现在只保存银行卡。结束时都按达到的最低价扣款；没达到目标就一分不扣。若被拒绝，你有 48 小时另行付款。
       *[goal] 现在只保存银行卡。结束时达到 { $goal } 的目标才扣款，否则一分不扣。届时若被银行拒绝，你有 48 小时另行付款。
    }

deals-seat-choose =
    名额为你保留 { $span }：<b>{ $title }</b>
    你想要哪一种？
deals-seat-kept = 名额为你保留 { $span }。
deals-seat-held =
    <b>{ $what }</b>
    { $pieces ->
        [1] { $total }
       *[other] { $pieces } × { $each } = <b>{ $total }</b>
    }
deals-seat-ladder = 现在每件付 { $worst }，不会更多。目前是 { $now }，最低 { $best }：差价结束时退回。
deals-seat-ladder-held = 每件冻结 { $worst }，不会更多。目前是 { $now }，最低 { $best }：结束时按那个价格扣款。
deals-seat-ladder-later = 每件最多 { $worst }。目前是 { $now }，最低 { $best }：结束时按那个价格从卡上扣款。
deals-seat-case = 你想要 { $wanted } 件，为了凑满 { $size } 件一箱最多要 { $most } 件。先付 { $most } 件，没拿到的退款。
deals-seat-case-held = 你想要 { $wanted } 件，为了凑满 { $size } 件一箱最多要 { $most } 件。先冻结 { $most } 件的钱，拿到多少扣多少。
deals-seat-case-later = 你想要 { $wanted } 件，为了凑满 { $size } 件一箱最多要 { $most } 件。拿到多少扣多少。
deals-seat-failure =
    { $kind ->
        [stripe-hold] 现在不扣款：只在你的卡上冻结金额。成团才扣款，最晚 { $when }；没有成团就永远不扣。
        [stars] 如果 { $when } 前没有成团，你的星星会自动全部退回。
       *[telegram] 现在扣款。如果 { $when } 前没有成团，会自动原路全部退回；银行需要 5 到 10 天。
    }
deals-seat-failure-later = 现在不扣款：只保存你的银行卡。{ $when } 前成团才扣，最多 { $total }{ $more ->
        [yes] 加运费
       *[no] { "" }
    }；没有成团就永远不扣。届时若被银行拒绝，我会写信给你，你有 48 小时用别的方式付款。
deals-give-up-button = 放弃名额
deals-pieces = { $pieces } 件
deals-wanted = 想要 { $wanted }
deals-pay-now = <b>{ $total }</b>：名额为付款保留 { $span }。
deals-pay-page = <b>{ $total }</b> – 名额为你保留 { $span }。按钮会打开付款页面：只核对你的卡并冻结金额，现在不扣款。
deals-hold-button = 冻结 { $total }{ $more ->
        [yes] { " " }+ 运费
       *[no] { "" }
    }
deals-card-button = 保存银行卡 · 最多 { $total }{ $more ->
        [yes] { " " }+ 运费
       *[no] { "" }
    }
deals-card-page = 最多 <b>{ $total }</b> – 名额为你保留 { $span }。按钮会打开保存银行卡的页面：现在不扣款。
deals-which-way = 怎么配送？运费和价款一起扣，只在成团时扣。
deals-which-way-again = 配送方式在你选择期间有变化，请再选一次。运费和价款一起扣，只在成团时扣。
deals-way-button = { $way } · { $price }
deals-invoice = { $merchant } 团购：{ $what } × { $pieces }。如果 { $when } 前没有成团，全部退款。
deals-full =
    { $room ->
        [0] 抱歉，名额已满。也许会有人退出：要我通知你吗？
       *[other] 只剩 { $room } 件，不够你要的。有空位时要我通知你吗？
    }
deals-wait-button = 有空位告诉我
deals-waiting = 你排在第 { $nth } 位。轮到你时我会发消息给你，名额保留半小时。
deals-stop-waiting-button = 不排了
deals-seat-paid =
    ✅ 你已参团：<b>{ $title }</b>，{ $pieces } 件。
    { $number } 号席位，代码 <code>{ $code }</code>：凭它在“付款记录”里找到自己。

    { $reached ->
        [yes] 已成团。{ $when } 结束时生成你的订单。
       *[no] 最晚 { $when } 我会告诉你结果。成团之前可以退出。
    }
deals-seat-paid-held =
    ✅ 你已参团：<b>{ $title }</b>，{ $pieces } 件。成团之前不会扣款。
    { $number } 号席位，代码 <code>{ $code }</code>：凭它在“付款记录”里找到自己。

    { $reached ->
        [yes] 已成团。{ $when } 结束时扣款并生成你的订单。
       *[no] 最晚 { $when } 我会告诉你结果。成团之前可以退出。
    }
deals-seat-paid-later =
    ✅ 你已参团：<b>{ $title }</b>，{ $pieces } 件。你的银行卡已保存，成团之前不会扣款。
    { $number } 号席位，代码 <code>{ $code }</code>：凭它在“参团记录”里找到自己。

    { $reached ->
        [yes] 已达到目标。{ $when } 结束时扣款。
       *[no] 最晚 { $when } 我会告诉你结果。成团之前可以退出，卡片信息会删除。
    }
deals-seat-collecting =
    { $charged ->
        [yes] 💳 <b>{ $title }</b> 已从你的卡扣款。现在轮到其他人的卡；一确定我就告诉你。
       *[no] 💳 人数够了：正在为 <b>{ $title }</b> 从你的卡扣款。
    }如果被拒的卡太多，会全部退回。
deals-invite-button = 邀请朋友
deals-leave-button = 退出
deals-leave-sure = 退出 <b>{ $title }</b>？名额会空出，钱会全部退回。
deals-leave-sure-held = 退出 <b>{ $title }</b>？名额会空出，不会扣款。
deals-leave-sure-button = 是的，退出
deals-stay-button = 不，留下
deals-left =
    { $was_paid ->
        [yes] 你已退出 <b>{ $title }</b>。钱正在退回。
       *[no] <b>{ $title }</b> 的名额已空出。没有扣款。
    }
deals-left-held =
    { $was_paid ->
        [yes] 你已退出 <b>{ $title }</b>。没有扣款，银行会解除冻结。
       *[no] <b>{ $title }</b> 的名额已空出。没有扣款。
    }
deals-left-later =
    { $was_paid ->
        [yes] 你已退出 <b>{ $title }</b>。没有扣款，卡片信息会删除。
       *[no] <b>{ $title }</b> 的名额已空出。没有扣款。
    }
deals-again-button = 再次参团
deals-status-held = 为你保留，尚未付款
deals-status-waiting = 排队中
deals-status-paid = 已参团，等待其他人
deals-status-charging = 已成团，正在扣款
deals-status-charging-later = 人数够了，正在扣款
deals-status-collected = 已扣款，等待其他人的卡
deals-status-declined = 你的卡被拒绝：请用别的方式付款
deals-status-honoured = 已成团：见 /orders
deals-take-seat-button = 要这个名额

deals-goal-reached =
    { $kind ->
        [team] 🎉 <b>{ $title }</b> 有一个团满员了！
        [cards] 🎉 目标达到：<b>{ $title }</b>！截止时从已保存的银行卡扣款；{ $when } 前还可以参加。
       *[other] 🎉 目标达到：<b>{ $title }</b> 成团了！{ $when } 前还可以参加。
    }
deals-ends-soon =
    { $teams ->
        [yes] ⏳ <b>{ $title }</b>：还有 { $span } 可以开团。
       *[no] { $missing ->
            [0] ⏳ <b>{ $title }</b> 已达到目标，{ $span }后截止。
           *[other] ⏳ <b>{ $title }</b> { $span }后截止，{ $unit ->
                [pieces] 还差 { $missing } 件。
               *[people] 还差 { $missing } 人。
            }
        }
    }
deals-succeeded =
    🎉 <b>{ $title }</b> 成团了：{ $people } 人以每件 { $price } 买到。{ $falls ->
        [yes] 多付的会退回。
       *[no] { "" }
    }
deals-succeeded-held =
    🎉 <b>{ $title }</b> 成团了：{ $people } 人以每件 { $price } 买到。{ $falls ->
        [yes] 大家都只按这个价格扣款。
       *[no] { "" }
    }
deals-collecting =
    💳 <b>{ $title }</b> 人数够了，每件 { $price }。正在从 { $people } 张已保存的卡扣款；扣够了我就在这里说。
deals-charging = 💳 <b>{ $title }</b> 人数够了：现在从你的卡扣 { $total }。扣成的卡够了就成团；如果被拒的太多，会全部退回。
deals-declined =
    { $reminder ->
        [yes] ⏰ 你在 <b>{ $title }</b> 的名额还在：
       *[no] 💳 银行拒绝了你为 <b>{ $title }</b> 使用的卡，没有扣款。名额还是你的：
    }请在 { $when } 前付 { $total }，可以换一张卡。过时名额会空出，你也不欠任何钱。
deals-declined-here = 💳 <b>{ $title }</b> 有一张已保存的银行卡被拒绝。如果可能是你的，请点这里：只有你能看到该怎么做。
deals-pay-again-button = 付款 { $total }
deals-pay-again = <b>{ $total }</b> – 按钮会打开付款页面。团购不成功会全部退回。
deals-repaired = ✅ 你为 <b>{ $title }</b> 付的款已到，名额是你的。
deals-dropped = 你为 <b>{ $title }</b> 付的款没有按时到，名额已空出。没有扣款，你也不欠任何钱。
deals-failed =
    { $cancelled ->
        [yes] { $merchant } 取消了 <b>{ $title }</b> 的团购。
       *[no] <b>{ $title }</b> 没有成团。
    }{ $had_people ->
        [yes] 所有人的钱正在退回。
       *[no] { "" }
    }
deals-failed-held =
    { $cancelled ->
        [yes] { $merchant } 取消了 <b>{ $title }</b> 的团购。
       *[no] <b>{ $title }</b> 没有成团。
    }{ $had_people ->
        [yes] 谁都没有被扣款。
       *[no] { "" }
    }
deals-failed-collected = <b>{ $title }</b> 最终没有成团：被拒的卡太多。已扣的款会全部退回。
deals-money-back =
    { $cancelled ->
        [yes] 商家取消了 <b>{ $title }</b> 的团购。
       *[no] <b>{ $title }</b> 没有成团。
    }你的 { $total }（以及付过的运费）正在退回，你什么都不用做。
deals-money-back-held =
    { $cancelled ->
        [yes] 商家取消了 <b>{ $title }</b> 的团购。
       *[no] <b>{ $title }</b> 没有成团。
    }没有扣款：你的 { $total } 和运费只是冻结，银行会解除。你什么都不用做。
deals-money-back-later =
    { $cancelled ->
        [yes] 商家取消了 <b>{ $title }</b> 的团购。
       *[no] <b>{ $title }</b> 没有成团。
    }没有扣款，卡片信息会删除。你什么都不用做。
deals-money-back-collected = <b>{ $title }</b> 没有成团：被拒的卡太多。你的 { $total } 正在退回。你什么都不用做。
deals-money-back-case =
    <b>{ $title }</b> 没能为你凑满整箱。{ $charged ->
        [yes] 你的 { $total } 正在退回。
       *[no] 没有扣款。
    }你什么都不用做。
deals-too-late = 你为 <b>{ $title }</b> 付款时，团购已结束或名额已满。钱正在全部退回。
deals-too-late-held = 你为 <b>{ $title }</b> 授权时，团购已结束或名额已满。没有扣款，银行会解除冻结。
deals-too-late-later = 你为 <b>{ $title }</b> 保存的卡或付的款到时，团购已结束或名额已满。卡片信息会删除，付的钱正在退回。
deals-hold-lost = <b>{ $title }</b> 的钱在扣款之前被银行解除了冻结，你的名额已空出。没有扣款。
deals-card-lost = 你为 <b>{ $title }</b> 保存的卡已不在，名额已空出。没有扣款。
deals-hold-too-short = 你的银行冻结的时间太短，撑不到 <b>{ $title }</b> 结束，你的名额已空出。没有扣款。可以换一张卡试试。
deals-seat-offered = 轮到你了：<b>{ $title }</b>。名额保留 { $span }。
deals-settled =
    { $number } 号团购 <b>{ $title }</b>：{ $status ->
        [succeeded] 成团了。{ $people } 位买家，{ $pieces } 件，每件 { $price }。清单里有打包需要的一切；每个订单也在 /sales 里。
        [cancelled] 已取消。{ $charged ->
            [yes] 所有人的钱正在退回。
           *[no] 谁都没有被扣款。
        }
       *[failed] 没有成团。{ $charged ->
            [yes] 所有人的钱正在退回。
           *[no] 谁都没有被扣款。
        }
    }
deals-open-card-button = 查看

deals-none-here = 这里目前没有团购。
deals-none-joined = 你还没有参加团购。在群里的卡片下点“参团”。
deals-running-title = <b>这里有 { $count } 个团购</b>
deals-joined-title = <b>你的团购</b>
deals-line-ends = { $when } 截止
deals-open-button = { $title }

deals-proof-title =
    <b>付款记录，{ $number } 号团购</b>
    { $paid } 个已付款席位，{ $sponsored ->
        [0] 没有商家赞助
       *[other] { $sponsored } 席由商家赞助
    }。每一行都封存在下一行里：之后添加或改动任何一行都会被看出来。
deals-proof-title-later =
    <b>参团记录，{ $number } 号团购</b>
    { $paid } 个已保存银行卡的席位，{ $sponsored ->
        [0] 没有商家赠送的
       *[other] 商家赠送 { $sponsored } 个
    }。每一行都封存在下一行里：事后添加或修改都会被发现。
deals-proof-empty = 还没有人付款。
deals-proof-paid = { $nth }. { $when } · { $number } 号席位 · <code>{ $code }</code> · { $pieces } 件
deals-proof-left = { $nth }. { $when } · { $number } 号席位 · <code>{ $code }</code> · 已退出
deals-proof-sponsored = { $nth }. { $when } · 商家赞助 { $pieces } 席
deals-proof-yours = 你的代码是 <code>{ $code }</code>。
deals-proof-whole = ✓ 记录完整。最后的封印：
deals-proof-broken = ⚠️ 记录被破坏：有人改动了某一行。

deals-which-product = <b>新团购</b>：哪件商品？
deals-no-products = 货架上还没有商品。用 /newproduct 添加。
deals-which-kind = <b>{ $title }</b>：大家怎么一起买？
deals-kind-goal = 🎯 <b>目标</b>：截止前达到人数或件数，否则谁都不买。
deals-kind-ladder = 🪜 <b>阶梯</b>：人越多价越低，大家都按最后的价格付。
deals-kind-case = 📦 <b>整箱</b>：只整箱购买；每人说最多能要几件。
deals-kind-team = 👭 <b>拼团</b>：谁都可以开一个小团，邀请朋友。
deals-kind-goal-button = 🎯 目标
deals-kind-ladder-button = 🪜 阶梯
deals-kind-case-button = 📦 整箱
deals-kind-team-button = 👭 拼团
deals-preview = <b>预览。</b>改好后发布。
deals-preview-no-groups = <b>预览。</b>还没有你可以卖货的群：先把机器人加进群。
deals-goal-button =
    { $unit ->
        [pieces] 目标：{ $count } 件
       *[people] 目标：{ $count } 人
    }
deals-price-button = 价格 { $price }
deals-steps-button = 其他档位
deals-off-button = 团长优惠
deals-lasts-button = 持续 { $span } · 修改
deals-each-button = 每人最多 { $count } 件
deals-cap-button =
    { $cap ->
        [0] 总数不限
       *[other] 总共 { $cap } 件
    }
deals-unit-button =
    { $unit ->
        [pieces] 按件数
       *[people] 按人数
    }
deals-hand-button =
    { $how ->
        [pickup] 📍 群里自提
       *[delivery] 📦 送货
    }
deals-post-button = 发布
deals-discard-button = 放弃
deals-discarded = 草稿已删除。/groupbuy 可以重新开始。
deals-posted = { $number } 号团购正在发到 { $groups } 个群。
deals-manage-button = 管理
deals-new-button = ＋ 新团购
deals-made-title = <b>你的团购</b>
deals-none-made = 你还没有发起过团购。
deals-managing =
    <b>{ $number } 号团购：{ $title }</b>
    { $status ->
        [open] 进行到 { $when }
        [collecting] 正在从已保存的卡扣款：已扣 { $collected } 张
        [draft] 草稿
        [succeeded] 已成团
        [cancelled] 已取消
       *[failed] 未成团
    } · { $promised ->
        [yes] { $paid } 人已参团
       *[no] { $paid } 人已付款
    }（{ $pieces } 件），{ $held } 件保留中
deals-extend-button = + { $span }
deals-sponsor-button = 再赞助一席（会标明）
deals-close-button = 现在结束
deals-cancel-button = 取消团购
deals-list-button = 打包清单（CSV）
deals-close-sure = 现在结束？已成团：付过款的人都会收到。
deals-close-sure-button = 是的，结束
deals-cancel-sure = 取消？付过款的人会全额退款。
deals-cancel-sure-button = 是的，取消
deals-picking-list = { $number } 号团购：打包清单。
deals-make-in-private = 我们在私聊里设置团购吧。
deals-ask-goal = 需要多少？请输入数字。
deals-ask-price = 团购价每件多少钱？例如：24.90
deals-ask-steps = 第一档以下的价格，写成 数量 = 价格，每行一个。例如：
    10 = 22.50
    20 = 19.90
deals-ask-lasts = 持续多久？例如：36 小时，或 5 天
deals-ask-each = 每人最多几件？请输入数字。
deals-ask-cap = 总共有多少件？请输入数字；0 表示不限。
deals-ask-off = 开团的人少付多少？例如：2.00
deals-ask-unit = 请点按钮。
deals-ask-hand = 请点按钮。

deals-unfinished = 一个已付款、还没结束的团购（{ $deal } 号）

deals-error-unknown = 没有找到这个团购。
deals-error-closed = 这个团购已经结束。
deals-error-full =
    { $room ->
        [0] 名额已满。
       *[other] 只剩 { $room } 件。
    }
deals-error-too-many = 这里每人最多 { $most } 件。
deals-error-already-in = 你已经参团了。
deals-error-not-in = 你没有参加这个团购。
deals-error-too-late-to-leave = 已经成团，大家都指望你，不能再退出。如有问题请向商家申请退款：/paysupport
deals-error-money-on-its-way = 你的付款正在进行，请一分钟后再试。
deals-error-seat-lost = 名额保留时间已过，请再点一次“参团”。
deals-error-not-yours = 只有本店的人可以这样做。
deals-error-goal = 目标须在 { $least } 到 { $most } 之间。
deals-error-steps = 阶梯有两到 { $most } 档：数量一档比一档大，价格一档比一档低。例如：10 = 22.50
deals-error-deadline = 可以持续 { $shortest } 到 { $longest }。
deals-error-limit = 这个限制和目标不符；最多 { $most }。
deals-error-cap = { $goal } 人、每人最多 { $each } 件：总数至少要 { $least } 件，或者减少每人件数；否则人数没凑够，货就先被拿完了。
deals-error-not-cheaper = 平时卖 { $price }。团购必须更便宜，而且大于零。
deals-error-no-parts-of-stars = 星星只能整笔退回，所以下载商品不能事后降价。可以用目标或拼团。
deals-error-one-download = 下载商品每人只能买一件：同一个文件没人需要两次。
deals-error-no-group = 请先选择至少一个群。
deals-error-not-sold-there = { $merchant } 已不能在“{ $title }”销售，所以什么都没有发布。请去掉这个群，或联系群管理员。
deals-error-group-left = 我已不在“{ $title }”里，所以什么都没有发布。请去掉这个群，或重新把我加进去。
deals-error-paid-otherwise = 下载商品只能用星星购买，其他商品只能用货币购买。定价时这件商品还是另一类：请重新做一个草稿。
deals-error-hold-too-long = 这里的钱是冻结在银行卡上的，银行最多冻结 { $longest }，所以这个团购不能再延长。可以新建一个时间更长的：那时改为保存银行卡。
deals-error-extended = 已经延长过一次了。
deals-offer-list = <b>{ $title }</b>：打包清单。
deals-error-offer-ended = 已经结束了。
deals-error-offer-runs = 这已经不是草稿了。

# 自提
deals-card-pickup =
    { $found ->
        [yes] 📍 在群里自提
       *[no] 📍 在群里自提。谁来分发？
    }
deals-hand-out-button = 我来分发
deals-hand-out-thanks = 谢谢！成团后你会收到一份清单，可以逐个勾选。
deals-hand-out-stop-button = 我分发不了了
deals-hand-out-stopped = 现在可以由别人来分发。
deals-pickup-title =
    📍 <b>{ $title }</b>，{ $group }：{ $waiting ->
        [0] 都领走了。
       *[other] 还有 { $waiting } 人没领。
    }
deals-pickup-line = { $number }. { $name } – { $what } × { $pieces }
deals-pickup-nobody = 这个群没有人参加。
deals-pickup-somebody = { $number } 号席位
deals-picked-up = ✅ 已领取：<b>{ $title }</b>。祝使用愉快！
deals-error-already-taken = 这里已经有人分发了。

## 砍价

deals-kind-bargain = 🪓 <b>砍价</b>：朋友帮忙把价格砍到你的底价，发起人按底价购买。
deals-kind-bargain-button = 🪓 砍价
deals-bargain-price = 🪓 砍价：<s>{ $start }</s> → <b>{ $floor }</b>
deals-bargain-explain = 请朋友帮忙：{ $helpers } 位朋友帮你砍价。全部砍完后，24 小时内可按最低价购买，售完为止。在此之前谁都不用付款。
deals-bargain-rule = 🎲 每刀随机，最少 { $unit }，最多为剩余金额平均值的两倍；最后一刀正好砍完剩余。
deals-bargain-count =
    { $running ->
        [0] 现在还没有人在砍价
       *[other] { $running } 人正在砍价
    }{ $made ->
        [0] { "" }
       *[other] ，{ $made } 人已砍成
    }
deals-bargain-offer-over =
    { $calledoff ->
        [yes] 商家已结束砍价。已砍完的人仍可购买。
       *[no] 砍价已结束。已砍完的人仍可购买。
    }
deals-bargain-ask-button = 🙏 请人帮砍
deals-bargain-of = 🪓 <b>{ $name } 正在砍价：{ $title }</b>
deals-bargain-of-somebody = 🪓 <b>有人正在砍价：{ $title }</b>
deals-bargain-now = 现价 <b>{ $now }</b>（{ $start } → { $floor }）
deals-bargain-helped = 已有 { $helped } / { $helpers } 人帮砍
deals-bargain-seal = 随机种子的封印：<code>{ $seal }</code>
deals-bargain-complete = 🎉 全部砍完！此价保留到 { $when }。
deals-bargain-bought = ✅ 已购买。
deals-bargain-over =
    { $calledoff ->
        [yes] 商家已结束活动。谁都没有付款。
       *[no] 时间到了。谁都没有付款。
    }
deals-bargain-help-button = 🪓 帮砍一刀
deals-bargain-cuts-button = 砍价记录
deals-bargain-buy-button = 以 { $floor } 购买
deals-bargain-share-offer = { $title }：朋友帮忙砍价
deals-bargain-share = { $title }：点一下就能帮我便宜一点，帮个忙？
deals-bargain-how = 请 { $helpers } 位朋友各点一下。你在这里可以帮别人 { $each } 次，不能帮自己。随机种子事先封存，结束后公开。
deals-bargain-thanks =
    🪓 你砍掉了 { $cut }！{ $missing ->
        [0] 这是最后一刀，已到底价。
       *[other] 还差 { $missing } 人。
    } 你的代码：{ $code }
deals-bargain-cuts-title =
    <b>砍价 { $number } 的记录</b>
    共 { $helpers } 人，每人一个代码，只有本人知道哪个是自己的。
deals-bargain-no-cuts = 还没有人帮砍。
deals-bargain-cut = { $nth }. { $when } · −{ $cut } · <code>{ $code }</code>
deals-bargain-formula = 规则（按最小货币单位）：砍掉 = 1 +（SHA-256("种子:序号") 的前 16 位十六进制）mod 上限；上限为“2 × 剩余 ÷ 剩余人数（向下取整）”与“剩余 − 剩余人数 + 1”中较小者。最后一人砍完剩余。
deals-bargain-seed =
    种子：<code>{ $seed }</code>
    它的 SHA-256 就是封印。共需砍掉 { $span } 个最小货币单位。
    { $follows ->
        [yes] ✓ 每一刀都由它得出。
       *[no] ⚠️ 记录与种子不符：有人改动过。
    }
deals-bargain-complete-yours = 🎉 朋友们都帮你砍完了：<b>{ $title }</b> 现在只要 { $floor }，保留到 { $when }。
deals-bargain-over-yours =
    { $missing ->
        [0] 以砍价购买 <b>{ $title }</b> 的时间已过，没有扣款。
       *[other] { $calledoff ->
            [yes] 商家结束了 <b>{ $title }</b> 的砍价，你的也随之结束，没有扣款。请替我们谢谢你的朋友！
           *[no] <b>{ $title }</b> 的砍价已结束：还差 { $missing } 人，没有扣款。
        }
    }
deals-bargain-paid-twice = 你已经买过这次砍价的商品，第二次付款正在退回，你无需做任何事。
deals-bargain-which = 只要 { $floor }。你要哪一款？
deals-bargain-invoice = { $merchant } 的砍价商品：{ $what }，朋友帮你砍到的价格。
deals-bargain-pay-now = <b>{ $total }</b> —— 为你保留 { $span }。
deals-bargain-floor-button = 最低价 { $price }
deals-bargain-helpers-button = { $count } 人帮砍
deals-bargain-each-button = 每人最多帮 { $count } 次
deals-bargain-lasts-button = 持续 { $span } · 其他
deals-bargain-ask-floor = 最低可以砍到多少？例如：24.90
deals-bargain-ask-helpers = 需要多少位朋友帮忙？请输入 2 到 20 的数字。
deals-bargain-ask-each = 每人在这里最多帮别人几次？请输入 1 到 10 的数字。
deals-bargain-ask-lasts = 持续多久？例如：36小时，或 5天
deals-bargain-posted = 砍价活动正在发到 { $groups } 个群。
deals-bargain-complete-here = 🎉 朋友们都帮完了：发起的人可在 { $when } 前以 { $floor } 购买 <b>{ $title }</b>。
deals-bargain-count-here =
    { $here ->
        [0] 其中本群没有
       *[other] 其中本群 { $here } 人
    }
deals-bargain-end-sure-button = 是的，结束
deals-bargain-settled =
    <b>{ $title }</b> 的砍价活动已全部结束：{ $sold ->
        [0] 没有人购买。
       *[other] 共售出 { $sold } 件。
    }
deals-bargain-buy-soon = ⏳ { $when } 前你可以按 { $floor } 购买 <b>{ $title }</b>，之后恢复原价。
deals-bargain-ends-soon = ⏳ 你的 <b>{ $title }</b> 已砍到 { $now }，{ $when } 前还差 { $missing } 人。还有谁能帮忙？
deals-bargain-offer-ended =
    { $calledoff ->
        [yes] 商家结束了 <b>{ $title }</b> 的砍价。
       *[no] <b>{ $title }</b> 的砍价已结束。
    }{ $made ->
        [0] 没有人砍到最低价。
       *[other] 有 { $made } 人砍到了最低价。
    }
deals-bargain-offer-ends-soon = ⏳ <b>{ $title }</b>：{ $when } 前，朋友可以帮忙砍到 { $floor }。
deals-bargain-named = 卡片上已显示你的名字。
deals-bargain-name-button = 显示我的名字
deals-bargain-name-ask = 你的砍价已发出，没有写你的名字。要在卡片上显示你的名字，让朋友知道在帮谁吗？
deals-bargain-end-button = 结束活动
deals-bargain-end-sure = 要结束吗？还差人的砍价会终止，并会通知发起的人；已砍完的人仍可购买，这是说好的。

deals-bargain-error-unknown = 这不是你的砍价，或者我不认识它。
deals-bargain-error-over = 这次砍价的时间已过。
deals-bargain-error-complete = 谢谢！有人比你快一步，人数已满。
deals-bargain-error-not-complete = 还差 { $missing } 人。全部帮完后才能购买。
deals-bargain-error-bought = 你已经买过了，请看 /orders
deals-bargain-error-self-help = 这是你自己的砍价，只能由别人帮忙。转发出去吧！
deals-bargain-error-helped = 你已经帮过了，谢谢！
deals-bargain-error-helped-enough = 你在这里可以帮 { $most } 次，已经用完了。谢谢！
deals-bargain-error-helpers = 必须是 { $least } 到 { $most } 之间的数字。
deals-bargain-error-floor = 货架价为 { $price }。最低价必须大于零，并且让每位帮忙的人都有得砍。
deals-bargain-error-nothing-left = 现在已售罄，不该让朋友白帮忙。

## 助力特卖日

deals-kind-saleday = 📉 <b>特卖日</b>：每有一人通过个人链接加入，价格就降一点；到点定价，之后 24 小时人人可买。
deals-kind-saleday-button = 📉 特卖日
deals-saleday-price =
    { $how ->
        [frozen] 📉 特卖：<b>{ $price }</b> <s>{ $start }</s>
        [start] 📉 特卖日：现价 <b>{ $price }</b>
       *[now] 📉 特卖日：现价 <b>{ $price }</b> <s>{ $start }</s>
    }
deals-saleday-formula = 价格 = { $start } − { $percent } % × { $joins } 人，最低 { $floor }。每个群最多计 { $cap } 人。
deals-saleday-joined =
    { $joins ->
        [0] 还没有人加入
       *[other] 已有 { $joins } 人加入
    }{ $groups ->
        [1] { "" }
       *[other] ，共 { $groups } 个群
    }
deals-saleday-here = 本群 { $joins } / { $cap }
deals-saleday-freezes =
    { $extended ->
        [yes] ⏳ 已延长：计数到 { $when }；之后 24 小时人人可买。在此之前谁都不用付款。
       *[no] ⏳ 计数到 { $when }；之后 24 小时人人可买。在此之前谁都不用付款。
    }
deals-saleday-selling =
    🛍 { $extended ->
        [yes] 已延长：{ $when } 前人人可买，每人 { $each } 件，
       *[no] { $when } 前人人可买，每人 { $each } 件，
    }{ $most ->
        [0] 售完为止。
       *[other] 共 { $most } 件。
    }
deals-saleday-over =
    { $how ->
        [called-off] 商家已取消。
        [nobody] 已结束：没有人加入，价格不变。
       *[sold] { $sold ->
            [0] 已结束。
           *[other] 已结束，共售出 { $sold } 件。
        }
    }
deals-saleday-link-button = 🔗 我的链接
deals-saleday-send-link-button = 发给朋友
deals-saleday-share = { $title }：点一下就能让大家都便宜一点。
deals-saleday-your-link =
    这是你为 <b>{ $title }</b> 拿到的个人链接。{ $when } 前，每有一人打开并点“算我一个”，所有人的价格就降 { $percent } %。
    { $joins ->
        [0] 还没有人通过它加入。
       *[other] 已有 { $joins } 人通过它加入。
    }
deals-saleday-count-button = 🙋 算我一个
deals-saleday-counted = 🙋 已算上你！现在的价格是 { $price }。{ $when } 我会告诉你最终价格，买不买随你。你在公开名单里的代码：{ $code }
deals-saleday-frozen = 📉 <b>{ $title }</b>：{ $joins } 人加入，定价 { $price }。{ $when } 前人人可买。
deals-saleday-ended =
    { $how ->
        [called-off] 商家取消了 <b>{ $title }</b> 的特卖日。已付款的仍然有效。
        [nobody] <b>{ $title }</b> 的特卖日已结束：没有人加入，价格不变。
       *[sold] <b>{ $title }</b> 的特卖已结束，共售出 { $sold } 件。
    }
deals-saleday-paid-too-often = 没有剩给你的了：你已买满每人限购的数量，或者最后一件已售出。最后一笔付款正在退回，你无需做任何事。
deals-saleday-how = 拿到你的链接并发给朋友。每人打开并确认后只计一次，所有人便宜 { $percent } %。每个群最多计 { $cap } 人。谁都不必购买。
deals-saleday-which = 售价 { $price }。你要哪一款？
deals-saleday-invoice = { $merchant } 特卖日：{ $what }，大家一起达成的价格。
deals-saleday-floor-button = 最低 { $price }
deals-saleday-percent-button = 每人降 { $count } %
deals-saleday-cap-button = 每群最多计 { $count } 人
deals-saleday-each-button = 每人最多 { $count } 件
deals-saleday-lasts-button = 计数 { $span } · 其他
deals-saleday-ask-floor = 最低不低于多少？例如：24.90
deals-saleday-ask-percent = 每加入一人降百分之几？请输入 1 到 20 的数字。
deals-saleday-ask-cap = 每个群最多计多少人？请输入数字。
deals-saleday-ask-each = 每人最多买几件？请输入数字。
deals-saleday-ask-lasts = 计数持续多久？例如：36小时，或 2天
deals-saleday-posted = 特卖日正在发到 { $groups } 个群。
deals-saleday-bought = ✅ 已按 { $price } 购买。
deals-saleday-end-sure-button = 是的，取消
deals-saleday-settled =
    <b>{ $title }</b> 的特卖日已全部结束：{ $sold ->
        [0] 没有人购买。
       *[other] 共售出 { $sold } 件。
    }
deals-saleday-freeze-sure-button = 是的，定价
deals-saleday-freeze-sure = 现在定价吗？之后不再计数，特卖开放 24 小时，卡片上会写明你在公布的时间之前定了价。
deals-saleday-freeze-button = ❄️ 现在定价
deals-saleday-ask-most = 这次特卖一共有多少件？请输入数字；0 表示按库存。
deals-saleday-most-button =
    { $count ->
        [0] 售完为止
       *[other] 共 { $count } 件
    }
deals-saleday-log-line = { $nth }. { $when } · <code>{ $code }</code>
deals-saleday-log-empty = 还没有人被计入。
deals-saleday-log-title =
    <b>特卖日 { $number } 的计数名单</b>
    共 { $joins } 人，每人一个代码，只有本人知道哪个是自己的。
deals-saleday-log-button = 计数名单
deals-saleday-ends-soon =
    ⏳ <b>{ $title }</b>：{ $joins ->
        [0] 还没有人加入。
       *[other] 已有 { $joins } 人加入，现价 { $price }。
    }{ $when } 定价。
deals-saleday-most = 共 { $most } 件。
deals-saleday-sold-out = 已全部售出。
deals-saleday-frozen-early = ❄️ 商家在公布的时间之前定了价。
deals-saleday-end-button = 取消特卖日
deals-saleday-end-sure = 要取消吗？之后不再计数也不能购买，并会通知所有参与的人；已付款的仍然有效。

deals-saleday-error-unknown = 我不认识这个特卖日，或者它不在这里进行。
deals-saleday-error-counting-over = 已停止计数，价格已定。
deals-saleday-error-not-open = 现在还不能在这里购买。
deals-saleday-error-own-link = 这是你自己的链接，只能计别人。转发出去吧！
deals-saleday-error-counted = 你已经被计入了，谢谢！
deals-saleday-error-group-full = 这个群最多计 { $most } 人，已经满了。仍然谢谢你！你照样可以购买。
deals-saleday-error-bought-enough = 这里每人限购 { $most } 件，你已经买满。
deals-saleday-error-terms = 必须是 { $least } 到 { $most } 之间的数字。
deals-saleday-error-floor = 货架价为 { $price }。最低价必须低于它，并且大于零。
deals-saleday-error-sold-out = 已全部售出，或正有人付款。请过一刻钟再试！
deals-saleday-error-nobody-joined = 还没有人加入，没有更低的价格可定。
deals-error-team-first = 这里按小团购买：请开团，或点某个团的按钮加入。

deals-error-proposal-sent = 提议已经交给商家。想修改的话，请先撤回。
deals-error-proposal-over =
    { $status ->
        [approved] 这个提议已经通过了。
        [declined] 这个提议已经被婉拒了。
        [withdrawn] 群管理员已撤回这个提议。
       *[expired] 这个提议等了三天没有答复，已经结束，可以重新发送。
    }
deals-error-proposal-changed = 打开之后条件有改动，请再看一遍再决定。
deals-error-too-many-proposals = { $merchant } 还有你的 { $most } 个提议没有答复，请等一等，或先撤回一个。
deals-error-nobody-to-ask = 现在联系不上 { $merchant } 的人：他们需要先启动我。
deals-error-not-admin-any-more = 提议人已不是“{ $title }”的管理员，不能再以其名义发布。你可以婉拒，或用 /groupbuy 自己发起。

deals-preview-proposal = <b>预览。</b>想改什么就改，然后发给 { $merchant }。对方同意后才会发布。
deals-where = 📣 发布到：{ $places }
deals-topic-general = General
deals-topic-number = 话题 { $number }
deals-topic-button = 话题：{ $topic }
deals-which-topic = 要放在<b>{ $title }</b>的哪个话题里？这里只有别人和我说过话的话题。想用别的话题，请在那里发送 /groupbuy。
deals-ask-merchant-button = 发给 { $merchant }
deals-approve-button = ✓ 同意并发布
deals-change-button = 修改
deals-decline-button = 婉拒
deals-decline-why = 为什么不呢？请给群管理员写几句话。
deals-decline-silently-button = 直接婉拒
deals-take-back-button = 撤回
deals-propose-which-group = 你在这里没有自己的店。作为管理员，你可以向在你群里销售的商家提议团购。哪个群？
deals-propose-in-group = 团购由商家发起，群管理员可以向商家提议。请在你的群里发送 /groupbuy，然后在这里继续。
deals-propose-which-shop = <b>{ $title }</b>的团购要和哪家店一起办？商家会先看到，由商家决定。
deals-propose-no-shop = 还没有商家在<b>{ $title }</b>销售：在群里用 /setup 可以让商家进来。
deals-propose-which-product = <b>和 { $merchant } 的团购</b>：哪件商品？
deals-propose-no-products = { $merchant } 现在没有上架商品。
deals-propose-other-button = 和在这里销售的其他商家
deals-proposed = ✋ <b>{ $title }</b>的管理员 { $name } 提议和你的店办一次团购：
deals-proposed-until = 你同意之前没有人会看到。请在 { $when } 之前答复。
deals-somebody = 有人
deals-proposal-sent = ⏳ 已发给 <b>{ $merchant }</b>。对方一答复我就告诉你，最迟 { $when }。
deals-proposal-settled =
    <b>{ $title }</b>：{ $status ->
        [approved] 已同意。团购 { $number } 正发往群里。
        [declined] 已婉拒，群管理员已收到消息。
        [withdrawn] 群管理员已撤回提议。
       *[expired] 三天没有答复，提议已结束。
    }
deals-proposal-approved =
    🎉 { $merchant } 同意了<b>{ $title }</b>{ $changed ->
        [yes] ，条件有所调整，以卡片为准
       *[no] { "" }
    }。卡片正发往<b>{ $group }</b>。
deals-proposal-declined = { $merchant } 现在不想在<b>{ $group }</b>办<b>{ $title }</b>的团购。谢谢你的提议。
deals-proposal-expired = { $merchant } 三天内没来得及答复<b>{ $title }</b>。可以在<b>{ $group }</b>用 /groupbuy 再提议一次。
deals-proposal-withdrawn = 已撤回：<b>{ $title }</b>。在<b>{ $group }</b>发送 /groupbuy 可以重新开始。
deals-proposal-written = <b>{ $title }</b>还没有发送。
deals-proposal-waiting = <b>{ $title }</b>正在等 { $merchant } 答复。
deals-proposal-why = 对方写道：{ $why }
deals-made-waiting =
    { $count ->
       *[other] ✋ 有 { $count } 个提议等你答复
    }
deals-not-for-you = 团购由商家和本群管理员发起。/deals 可以看到这里正在进行的团购。
deals-pin-button = 📌 置顶：{ $title }
deals-unpin-button = 取消置顶：{ $title }
deals-only-unpin-button = 取消置顶
deals-pinned = 已静音置顶，结束时会自动取消。
deals-unpinned = 已取消置顶。
deals-card-refused = ⚠️ <b>{ $title }</b>的卡片没能发到<b>{ $group }</b>：我在那里没有发言权限。请管理员允许我发消息和图片，然后点下面的按钮。什么都没有丢失，其他群照常进行。
deals-post-again-button = 现在发到那里
deals-posting-again = 我再试一次。
deals-list-goal = 🎯 <b>目标</b>
deals-list-ladder = 🪜 <b>阶梯</b>
deals-list-case = 📦 <b>整箱</b>
deals-list-team = 👭 <b>拼团</b>
deals-list-bargain = 🪓 <b>砍价</b>
deals-list-saleday = 📉 <b>特卖日</b>
deals-lead-button = 🧑‍💼 我的店发起的
