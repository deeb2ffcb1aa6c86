# 商品卡片
catalog-card-price-from = { $price } 起
catalog-card-no-price = 价格请咨询
catalog-card-in-stock = 有货
catalog-card-left = 仅剩 { $left } 件
catalog-card-sold-out = 已售罄
catalog-card-rating = ★ { $stars }（{ $count } 条评价）
catalog-option-size = 尺码
catalog-option-colour = 颜色
catalog-option-material = 材质
catalog-option-style = 款式

# 可能出现的问题
catalog-error-product-gone = 该商品已下架。
catalog-error-variant-gone = 该款式已下架，请选择其他款式。
catalog-error-merchant-unknown = 该店铺已不存在。
catalog-error-not-yours = 只有本店人员可以修改商品。
catalog-error-no-merchant = 您还没有店铺。请联系运营人员为您开店。
catalog-error-sold-out = { $left ->
    [0] 抱歉，{ $title } 已售罄。
   *[other] 抱歉，{ $title } 仅剩 { $left } 件。
}
catalog-error-quantity = 请至少选择一件。
catalog-error-quantity-large = 数量太多了，最多可选 { $max } 件。
catalog-error-stock-promised = 有 { $reserved } 件正在付款，库存不能低于 { $reserved }。
catalog-error-price = 请发送大于零的价格，例如 12.50。
catalog-error-stock = 请发送 0 到 { $max } 之间的整数。
catalog-error-currency = 您的店铺不支持 { $currency }，支持：{ $taken }。
catalog-error-text-missing = 请发送一些文字。
catalog-error-text-long = 太长了，最多 { $max } 个字符。
catalog-error-handle-taken = 同名商品太多了，请换一个名称。
catalog-error-picture-large = 图片太大，请发送不超过 { $megabytes } MB 的图片。
catalog-error-picture-unreadable = 这不像是图片，请发送 JPEG、PNG 或 WebP。
catalog-error-picture-many = 一个商品最多可有 { $max } 张图片。
