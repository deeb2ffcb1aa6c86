telegram-apology = 抱歉，我们这边出了点问题。没有扣款，也没有丢失任何内容。请稍后再试。
telegram-not-in-this-topic = 在这个话题里我不说话，管理员为我选了别的话题。
telegram-open-private = 我还不能单独给你发消息。请打开我们的私聊并点“开始”。
telegram-open-private-button = 打开私聊
telegram-pay-button = 去支付
