// A small shop bot. It polls the server named by its environment until it is ended.
import { Bot, GrammyError, InlineKeyboard, InputFile } from "grammy";

const { API_ROOT, BOT_TOKEN, PHOTO } = process.env;
const bot = new Bot(BOT_TOKEN, { client: { apiRoot: API_ROOT } });

bot.command("start", (ctx) =>
  ctx.reply("<b>Welcome</b>", {
    parse_mode: "HTML",
    reply_markup: new InlineKeyboard().text("Tap me", "tapped"),
  }),
);
bot.callbackQuery("tapped", (ctx) => ctx.answerCallbackQuery({ text: "You tapped" }));
bot.command("photo", (ctx) => ctx.replyWithPhoto(new InputFile(PHOTO), { caption: "A red square" }));
bot.command("buy", (ctx) =>
  ctx.replyWithInvoice("Tea", "A tin of tea", "tea-1", "EUR", [{ label: "Tea", amount: 1200 }], {
    provider_token: "284685063:TEST:merchant",
  }),
);
bot.on("pre_checkout_query", (ctx) => ctx.answerPreCheckoutQuery(true));
bot.on("message:successful_payment", (ctx) =>
  ctx.reply(`Paid ${ctx.message.successful_payment.total_amount}`),
);
bot.command("wrong", async (ctx) => {
  try {
    await ctx.api.sendMessage(-1009999999999, "Is anybody there?");
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    await ctx.reply(`${error.constructor.name} ${error.error_code} ${error.description}`);
  }
});

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => bot.stop());
const me = await bot.api.getMe();
await bot.start({ onStart: () => console.log(`ready ${me.username}`), timeout: 1 });
