// The sandbox's /sim face (docs/features/sandbox-api.md).

/** The server said no, in a sentence (status 4xx), or nothing at all (status 0). */
export class Refusal extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export async function ask(method, path, body, signal) {
  const request = { method, signal, headers: {} };
  if (body instanceof FormData) request.body = body;
  else if (body !== undefined) {
    request.headers["Content-Type"] = "application/json";
    request.body = JSON.stringify(body);
  }

  const response = await fetch(path, request).catch((error) => {
    if (error.name === "AbortError") throw error;
    throw new Refusal("", 0);
  });
  return read(response);
}

async function read(response) {
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new Refusal(answer?.error ?? `${response.status} ${response.statusText}`, response.status);
}

export const get = (path, signal) => ask("GET", path, undefined, signal);
export const post = (path, body = {}, signal) => ask("POST", path, body, signal);

const part = encodeURIComponent;

/** Everything one person can do. */
export class PersonApi {
  constructor(person) {
    this.base = `/sim/people/${part(person)}`;
  }

  chat(chat, ...rest) {
    return [this.base, "chats", part(chat), ...rest.map(part)].join("/");
  }

  chats = () => get(`${this.base}/chats`);
  open = (url) => post(`${this.base}/open`, { url });
  start = (username, payload) => post(`${this.base}/bots/${part(username)}/start`, payload ? { payload } : {});
  block = (username) => post(`${this.base}/bots/${part(username)}/block`);
  unblock = (username) => post(`${this.base}/bots/${part(username)}/unblock`);
  join = (chat) => post(this.chat(chat, "join"));
  leave = (chat) => post(this.chat(chat, "leave"));
  add = (chat, user) => post(this.chat(chat, "add"), { user });

  messages(chat, { thread, before, after, around, limit = 50 } = {}, signal) {
    const query = new URLSearchParams({ limit });
    for (const [name, value] of Object.entries({ thread, before, after, around })) {
      if (value !== undefined && value !== null) query.set(name, value);
    }
    return get(`${this.chat(chat, "messages")}?${query}`, signal);
  }

  say = (chat, body) => post(this.chat(chat, "messages"), body);
  edit = (chat, key, text) => ask("PATCH", this.chat(chat, "messages", key), { text });
  erase = (chat, key) => ask("DELETE", this.chat(chat, "messages", key));
  tap = (chat, key, which) => post(this.chat(chat, "messages", key, "tap"), which);
  react = (chat, key, emoji) => post(this.chat(chat, "messages", key, "react"), { emoji });
  forward = (chat, key, to) => post(this.chat(chat, "messages", key, "forward"), { to });
  vote = (chat, key, options) => post(this.chat(chat, "messages", key, "vote"), { options });
  pin = (chat, key, on) => post(this.chat(chat, "messages", key, "pin"), on ? {} : { on });
  markRead = (chat, thread) => post(this.chat(chat, "read"), thread ? { thread } : {});
  inline = (body, signal) => post(`${this.base}/inline`, body, signal);
  choose = (body) => post(`${this.base}/inline/choose`, body);
  checkout = (body) => post(`${this.base}/checkouts`, body);
}

export const checkouts = {
  details: (id, details) => ask("PUT", `/sim/checkouts/${part(id)}/details`, details),
  pay: (id, body) => post(`/sim/checkouts/${part(id)}/pay`, body),
  confirm: (id, ok) => post(`/sim/checkouts/${part(id)}/confirm`, { ok }),
};

export const fileAddress = (fileId) => `/sim/files/${part(fileId)}`;
