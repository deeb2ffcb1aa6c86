# 商品卡片
catalog-card-price-from = { $price } 起
catalog-card-no-price = 价格请咨询
catalog-card-in-stock = 有货
catalog-card-left = 仅剩 { $left } 件
catalog-card-sold-out = 已售罄
catalog-card-rating = ★ { $stars }（{ $count } 条评价）
catalog-card-option = { $name }：{ $values }
catalog-card-comma = 、
catalog-option-size = 尺码
catalog-option-colour = 颜色
catalog-option-material = 材质
catalog-option-style = 款式
catalog-option-length = 长度
catalog-option-diameter = 直径
catalog-option-capacity = 容量
catalog-option-volume = 容积
catalog-option-back = 背长
catalog-value-beige = 米色
catalog-value-black = 黑色
catalog-value-blue = 蓝色
catalog-value-brown = 棕色
catalog-value-burgundy = 酒红
catalog-value-cognac = 干邑棕
catalog-value-cream = 奶油白
catalog-value-gold = 金色
catalog-value-green = 绿色
catalog-value-grey = 灰色
catalog-value-indigo = 靛蓝
catalog-value-mustard = 芥末黄
catalog-value-natural = 本色
catalog-value-navy = 藏青
catalog-value-olive = 橄榄绿
catalog-value-orange = 橙色
catalog-value-petrol = 孔雀蓝
catalog-value-pink = 粉色
catalog-value-purple = 紫色
catalog-value-red = 红色
catalog-value-rust = 铁锈红
catalog-value-sage = 鼠尾草绿
catalog-value-sand = 沙色
catalog-value-silver = 银色
catalog-value-sky = 天蓝
catalog-value-slate = 石板灰
catalog-value-steel = 钢灰
catalog-value-turquoise = 绿松石色
catalog-value-white = 白色
catalog-value-yellow = 黄色
catalog-value-persons = { $count } 人

# 可能出现的问题
catalog-unfinished-owner = 你是店铺 { $name } 的店主。店铺会保留，本机器人的运营者可以邀请新店主。
catalog-error-product-gone = 该商品已下架。
catalog-error-variant-gone = 该款式已下架，请选择其他款式。
catalog-error-merchant-unknown = 该店铺已不存在。
catalog-error-not-yours = 只有本店人员可以修改商品。
catalog-error-no-merchant = 你还没有店铺。请联系运营人员为你开店。
catalog-error-sold-out = { $left ->
    [0] 抱歉，{ $title } 已售罄。
   *[other] 抱歉，{ $title } 仅剩 { $left } 件。
}
catalog-error-quantity = 请至少选择一件。
catalog-error-quantity-large = 数量太多了，最多可选 { $max } 件。
catalog-error-stock-promised = 有 { $reserved } 件正在付款，库存不能低于 { $reserved }。
catalog-error-price = 请发送大于零的价格，例如 12.50。
catalog-error-stock = 请发送 0 到 { $max } 之间的整数。
catalog-error-currency = 你的店铺不支持 { $currency }，支持：{ $taken }。
catalog-error-text-missing = 请发送一些文字。
catalog-error-text-long = 太长了，最多 { $max } 个字符。
catalog-error-handle-taken = 同名商品太多了，请换一个名称。
catalog-error-picture-large = 图片太大，请发送不超过 { $megabytes } MB 的图片。
catalog-error-picture-unreadable = 这不像是图片，请发送 JPEG、PNG 或 WebP。
catalog-error-picture-many = 一个商品最多可有 { $max } 张图片。
catalog-error-import-over = 此次导入已结束。请重新发送文件以开始新的导入。
catalog-error-file = { $why ->
    [empty] 文件里没有内容。
    [packed] 这是电子表格或压缩包，不是 CSV 文件。请打开后另存为“CSV（逗号分隔）”再发送。
    [binary] 这不是文本文件。请发送 CSV 或 JSON 文件。
    [header] 第一行里找不到商品列，它的开头是：{ $found }。可以使用 Shopify 商品导出文件，或包含 title、price、stock 列的表格。
    [json] 这个 JSON 在第 { $line } 行有错误，请检查。
    [shape] 这个 JSON 里既没有“merchants”也没有“products”。
    [large] 文件超过 { $megabytes } MB，Telegram 不允许我下载更大的文件，请拆分后发送。
    [lost] Telegram 上已找不到这个文件，请重新发送。
   *[other] 这个文件多次处理失败，已停止，不会再有改动。
}

# 命令
catalog-command-products = 你的商品
catalog-command-newproduct = 添加商品
catalog-command-import = 从文件导入商品
catalog-command-export = 导出商品文件

# 货架
catalog-which-merchant = 哪家店铺？
catalog-shelf = <b>{ $name }</b>：{ $count } 件商品
catalog-shelf-archived = <b>{ $name }</b>：已归档 { $count } 件商品
catalog-shelf-empty = 货架是空的。用 /newproduct 添加商品，或用 /import 发送文件。
catalog-shelf-empty-archived = 归档是空的。
catalog-shelf-button = « 全部商品
catalog-shelf-archived-button = 归档
catalog-shelf-active-button = 在售
catalog-new-button = 新商品
catalog-status-active = 在售
catalog-status-draft = 草稿，尚未上架
catalog-status-archived = 已归档，不在售
catalog-price-button = 价格
catalog-stock-button = 库存
catalog-title-button = 标题
catalog-description-button = 描述
catalog-picture-button = 添加图片
catalog-archive-button = 归档
catalog-restore-button = 重新上架
catalog-undo-button = 撤销
catalog-which-variant = { $title } 的哪个款式？
catalog-all-variants-button = 全部款式
catalog-never-mind-button = 算了
catalog-never-mind = 好的，没有任何改动。

# 提问与回应
catalog-ask-title = “{ $title }”要改成什么名称？
catalog-ask-description = 请发送“{ $title }”的新描述。
catalog-ask-price = “{ $title }”的价格是多少？只写数字则按 { $currency } 计。
catalog-ask-stock = “{ $title }”有多少件？
catalog-ask-picture = 请发送“{ $title }”的照片。
catalog-ask-new-title = 新商品叫什么名称？
catalog-ask-file = 请发送 { $name } 的商品 CSV 或 JSON 文件。Shopify 商品导出文件可直接使用，价格按 { $currency } 计。改动之前我会先让你预览。
catalog-changed = ✓ 已修改。
catalog-price-changed = ✓ 价格现在是 { $price }。
catalog-stock-changed = ✓ 库存现在是 { $stock }。
catalog-created = ✓ 已上架。如有照片，现在就可以发送。
catalog-archived = ✓ 已下架。旧卡片会提示商品已下架。
catalog-restored = ✓ 已重新上架。
catalog-picture-coming = 谢谢，正在获取图片……
catalog-picture-added = ✓ 图片已添加。

# 文件
catalog-export-csv = 用于电子表格，修改后可以发回给我。
catalog-export-json = 完整内容，包括所有语言和属性。
catalog-import-reading = 正在读取 <b>{ $name }</b>……
catalog-import-read = 目前 { $count } 条
catalog-import-preview = <b>{ $name }</b> 将带来：
catalog-import-running = 正在导入 <b>{ $name }</b>……
catalog-import-done = <b>{ $name }</b> 已导入：
catalog-import-failed = <b>{ $name }</b> 无法导入。
catalog-import-cancelled = <b>{ $name }</b> 未导入，没有任何改动。
catalog-import-nothing = 不会有任何改动。
catalog-import-button = 导入 { $count } 件商品
catalog-import-cancel-button = 取消
catalog-import-count-new = 新商品 { $products } 件，新款式 { $variants } 个
catalog-import-count-changed = 修改商品 { $products } 件，修改款式 { $variants } 个
catalog-import-count-unchanged = 未变商品 { $products } 件，未变款式 { $variants } 个
catalog-import-count-bad = <b>{ $count } 行无法使用</b>，将被跳过
catalog-import-more = ……另有 { $count } 条
catalog-import-line = 第 { $line } 行

# 行内问题
catalog-import-bad-handle = 没有 handle 也没有标题，无法判断是哪件商品
catalog-import-bad-handle-long = handle 太长
catalog-import-bad-quote = 引号没有正确闭合
catalog-import-bad-columns = 有 { $found } 个单元格，但第一行有 { $expected } 列
catalog-import-bad-price = “{ $value }”不是价格
catalog-import-bad-price-negative = “{ $value }”小于零
catalog-import-bad-price-digits = “{ $value }”的小数位数超过 { $currency } 的规定
catalog-import-bad-price-high = “{ $value }”超过了单次可支付的金额
catalog-import-bad-price-missing = “{ $value }”没有价格
catalog-import-bad-currency = “{ $value }”不是 { $currency }
catalog-import-bad-stock = “{ $value }”不是件数
catalog-import-bad-duplicate = { $handle } 的“{ $value }”在文件中已出现过
catalog-import-bad-no-title = “{ $handle }”没有标题
catalog-import-bad-no-variants = “{ $handle }”没有带价格的款式
catalog-import-bad-missing = 缺少此项
catalog-import-bad-value = 格式不正确
catalog-import-bad-merchant = “{ $name }”的商品不属于你，已跳过
catalog-import-note-sku = SKU“{ $value }”出现在多个款式上
catalog-import-note-price-zero = 价格为零：设定价格之前无法购买
catalog-import-note-stock-negative = 库存 { $value } 按 0 计
catalog-import-note-choice = “{ $value }”不在 { $choices } 之中，已忽略
catalog-import-note-picture = 图片“{ $name }”无法读取

# 数字商品的买家得到什么
catalog-download-button = 买家文件
catalog-download-file = 买家将收到“{ $name }”（{ $megabytes } MB）。
catalog-download-text = 买家将收到这段文字：{ $text }
catalog-download-missing = ⚠️ 目前还不能购买：请添加买家将收到的文件。
catalog-download-coming = 谢谢，正在获取文件……
catalog-download-added = ✓ 从现在起，买家会收到这个文件。
catalog-download-text-set = ✓ 从现在起，买家会收到这段文字。
catalog-ask-download = 请发来购买“{ $title }”的人将收到的文件，不超过 20 MB；也可以发链接或其他文字。
catalog-error-download-missing = 这件商品还不能购买：文件尚未上传。请稍后再来看看。
catalog-error-download-large = 文件太大了。Telegram 最多允许 { $megabytes } MB。
catalog-error-not-digital = 这件商品需要邮寄。只有数字商品才有买家文件。
catalog-import-note-download = 无法读取买家文件“{ $name }”
catalog-card-seller = 卖家：{ $name }

# 商品种类，以及按地址获取的图片
catalog-which-kind = 新商品是哪一种？
catalog-new-parcel-button = 需要邮寄的商品
catalog-new-download-button = 下载内容
catalog-ask-stars = “{ $title }”卖多少 Telegram 星星？下载内容只能用星星购买。
catalog-stars-missing = ⚠️ 目前还不能购买：请设定星星价格。
catalog-error-stars-alone = 下载内容只能用 Telegram 星星出售。请发送星星数量，例如 250。
catalog-question-over = 这个问题已经回答过了。
catalog-export-of = { $name } 的商品：
catalog-stock-count = { $count ->
    [0] 已售罄
   *[other] { $count } 件
}
catalog-import-stopped = <b>{ $name }</b> 已停止，之前导入的内容保留：
catalog-import-count-pictures = { $count } 张图片按地址获取，正在进行
catalog-pictures-missing = ⚠️ 有 { $count } 张图片无法获取，原因见相应商品。
catalog-pictures-again-button = 重新获取图片
catalog-pictures-again = 正在重新获取 { $count } 张图片。
catalog-picture-trouble = ⚠️ 无法从 { $address } 获取图片：{ $why ->
    [address] 我只打开公开的 https 地址。
    [gone] 这个地址没有内容。
    [kind] 它不是 JPEG、PNG、WebP 或 GIF。
    [large] 文件太大。
   *[silent] 对方没有回应。
}
catalog-group-buy-button = 👥 发起团购
