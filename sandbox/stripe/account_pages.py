"""The page on which the owner of a connected account tells Stripe who she is."""

from html import escape
from typing import Final

from aiohttp import web

from sandbox.stripe.accounts import Accounts

PATH: Final = "/connect/{id:acct_[A-Za-z0-9]+}/{code:[0-9a-f]+}"
SAFE: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
}
PAGE: Final = """<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Your Stripe account (sandbox)</title>
  <link rel="stylesheet" href="/look/base.css">
  <link rel="stylesheet" href="/pay/pay.css">
</head>
<body class="pay-page">
  <main class="pay-alone">
    <h1>Your Stripe account</h1>
    {body}
  </main>
</body>
</html>
"""


class AccountPages:
    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    def routes(self) -> list[web.RouteDef]:
        return [web.get(PATH, self._show), web.post(PATH, self._finish)]

    async def _show(self, request: web.Request) -> web.Response:
        account = self._accounts.opened(request.match_info["id"], request.match_info["code"])
        if account is None:
            return _page("<p>This link has been used or has expired. Ask for a new one.</p>", 410)
        number = escape(account["id"])
        return _page(
            f"<p>Here Stripe asks who you are, and for your bank account ({number}).</p>"
            '<form method="post"><button>Tell them everything</button></form>'
        )

    async def _finish(self, request: web.Request) -> web.Response:
        account = self._accounts.opened(request.match_info["id"], request.match_info["code"])
        if account is None:
            return _page("<p>This link has been used or has expired. Ask for a new one.</p>", 410)
        back = account["_link"]["return_url"]
        self._accounts.finish(account["id"])
        raise web.HTTPSeeOther(back)


def _page(body: str, status: int = 200) -> web.Response:
    text = PAGE.format(body=body)
    return web.Response(text=text, content_type="text/html", status=status, headers=SAFE)
