commissions-command-commission = 群从群内销售中得到的份额

commissions-error-not-yours = 只有店主或群管理员可以这样做。
commissions-error-offer-gone = 这个提议已经有了答复，或已被新的提议取代。发送 /commission 查看现状。
commissions-error-part = 份额最多为 { $max }%。
commissions-error-nothing-owed = 目前没有欠这个群的钱。
commissions-error-owed-less = 现在只欠 { $left }：期间有买家得到了退款。请重新开始。
commissions-error-reference = 请发送 1 到 { $max } 个字的备注，例如转账单号。

commissions-nobody = 这里还没有可以约定的：佣金需要一家在群里卖货的店。
commissions-choose = 哪家店、在哪个群的销售？选择一项来查看或更改约定。
commissions-choose-here = <b>{ $title }</b>：哪家店的销售？选择一家店来查看或更改本群的份额。
commissions-statement-button = { $title } 的账单
commissions-sheet = <b>{ $name }</b>，在 <b>{ $title }</b>
commissions-agreed = 已约定：群得到通过它售出的商品金额的 { $part }。
commissions-nothing-agreed = 没有约定：群不从销售中得到份额。
commissions-asked = 你提议了 { $part }，对方还没有答复。
commissions-you-are-asked = ❓ 对方提议 { $part }。你接受吗？
commissions-owed = 目前欠群：<b>{ $money }</b>
commissions-how = 适用于此后通过群里的卡片和团购售出的商品：不含运费，向下取整。买家得到退款时，按同样比例退回。佣金由人工支付。任何一方可随时对以后的销售终止约定。
commissions-entry = { $at } – { $side ->
    [merchant] 店
   *[group] 群
}：{ $deed ->
    [offered] 提议 { $part }
    [agreed] 接受 { $part }
    [declined] 谢绝 { $part }
    [taken-back] 撤回 { $part }
    [payout] 已向群付款
    [received] 确认收到款项
   *[ended] 终止约定
}
commissions-offered-by-merchant = ❓ <b>{ $name }</b> 提议：<b>{ $title }</b> 得到通过本群售出商品的 { $part }。
commissions-offered-by-group = ❓ <b>{ $title }</b> 的管理员希望得到 <b>{ $name }</b> 通过本群售出商品的 { $part }。
commissions-was-agreed = ✅ <b>{ $name }</b> 与 <b>{ $title }</b> 已达成约定：从现在起的销售，份额为 { $part }。
commissions-was-declined = <b>{ $name }</b>，在 <b>{ $title }</b>：{ $part } 被谢绝，一切照旧。
commissions-was-taken-back = <b>{ $name }</b>，在 <b>{ $title }</b>：对方撤回了 { $part } 的提议，已有的约定不变。
commissions-was-ended = 对方终止了 <b>{ $title }</b> 对 <b>{ $name }</b> 销售的佣金。此前的销售不受影响。
commissions-accept-button = 接受
commissions-decline-button = 谢绝
commissions-take-back-button = 撤回我的提议（{ $part }）
commissions-end-button = 对以后的销售终止
commissions-payout-button = 我已付 { $money }
commissions-yes-button = 是，已付 { $money }
commissions-no-button = 不，返回
commissions-got-button = 我已收到
commissions-ask-reference = 你已向群支付 { $money }？请发送便于查找的备注，例如转账单号。
commissions-payout-sure = 记下 <b>{ $name }</b> 已向 <b>{ $title }</b> 支付 <b>{ $money }</b>？
    备注：{ $reference }
commissions-marked = ✓ 已记下支付 { $money }，并请群方确认。
commissions-paid-out = <b>{ $name }</b> 表示已为 <b>{ $title }</b> 向你支付 <b>{ $money }</b>。
    备注：{ $reference }
commissions-got = ✓ 谢谢。已告知商家 { $money } 已到账。
commissions-was-received = ✅ <b>{ $title }</b> 已收到 { $money }。

commissions-statement-title = <b>{ $title }</b>：佣金，{ $month }
commissions-statement-part = <b>{ $name }</b>
    { $sales } 笔销售：{ $earned }
    { $refunds } 笔退款退回：{ $back }
    已支付：{ $paid }
    期末欠付：<b>{ $owed }</b>
commissions-statement-none = 本月没有佣金。
commissions-statement-nobody = 还没有人与这个群约定佣金。在群里发送 /commission 即可开始。
commissions-statement-how = 按 UTC 计算。由商家人工支付。
commissions-file-button = 导出表格（CSV）
commissions-statement-private-button = 私下获取表格
commissions-statement-caption = { $title }，{ $month }：{ $count } 笔
