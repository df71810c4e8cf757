// Everything works without this file. With it the page keeps itself up to date, counts its clocks and answers to keys.
"use strict";
(() => {
  const room = () => document.getElementById("room");
  const list = () => document.querySelector("[data-list]");
  const live = document.getElementById("live");
  // How far this computer's clock is from the server's.
  let skew = Date.parse((room() ?? list())?.dataset.now ?? "") - Date.now() || 0;
  const now = () => Date.now() + skew;

  // ---- Clocks ------------------------------------------------------------------------------------------------
  const two = (n) => String(n).padStart(2, "0");
  const age = (ms) => {
    const s = Math.max(0, Math.floor(ms / 1000));
    if (s < 60) return `${s} s`;
    if (s < 3600) return `${Math.floor(s / 60)} min`;
    if (s < 86400) return `${Math.floor(s / 3600)} h ${two(Math.floor((s % 3600) / 60))} min`;
    return `${Math.floor(s / 86400)} d ${Math.floor((s % 86400) / 3600)} h`;
  };
  const countdown = (ms) => {
    const s = Math.max(0, Math.floor(ms / 1000));
    return s < 3600 ? `${Math.floor(s / 60)}:${two(s % 60)}` : `${Math.floor(s / 3600)}:${two(Math.floor((s % 3600) / 60))}:${two(s % 60)}`;
  };
  const say = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  const tick = () => {
    for (const element of document.querySelectorAll("[data-since]")) say(element, age(now() - Date.parse(element.dataset.since)));
    for (const element of document.querySelectorAll("[data-due]")) {
      const left = Date.parse(element.dataset.due) - now();
      say(element, left > 0 ? countdown(left) : "overdue");
      element.closest(".clock").classList.toggle("near", left > 0 && left < 300_000);
      element.closest(".clock").classList.toggle("over", left <= 0);
    }
    showLife();
  };

  // ---- Taking over a newer page, without taking anything from whoever is reading it ------------------------------
  const isTyping = () => document.activeElement?.matches("input, textarea, select") ?? false;
  const holds = (element) => element.matches?.("[data-hold]") && (element.contains(document.activeElement) || hasSelectionIn(element));
  const hasSelectionIn = (element) => {
    const selection = getSelection();
    return selection && !selection.isCollapsed && element.contains(selection.anchorNode);
  };
  // What a region says, without what differs each time it is rendered or belongs to the reader: form tokens, ages, what stands open.
  const essence = (element) => element.innerHTML
    .replace(/ value="CfDJ8[^"]*"/g, "").replace(/(<time[^>]*>)[^<]*/g, "$1").replace(/ open=""/g, "").replace(/ picked\b/g, "").replace(/ class=""/g, "");
  let kept = 0;
  const morph = (from, to, force) => {
    if (!force && holds(from) && essence(from) !== essence(to)) { kept++; return; }
    for (const { name, value } of [...to.attributes]) if (!own(from, name) && from.getAttribute(name) !== value) from.setAttribute(name, value);
    for (const { name } of [...from.attributes]) if (!own(from, name) && !to.hasAttribute(name)) from.removeAttribute(name);
    if (from.matches("textarea, input, select, #live, #held, #keys")) return;
    const byId = new Map([...from.children].filter((child) => child.id).map((child) => [child.id, child]));
    let at = from.firstChild;
    for (const next of [...to.childNodes]) {
      const match = next.id ? byId.get(next.id) : at && !at.id && at.nodeName === next.nodeName ? at : null;
      if (!match) { from.insertBefore(document.importNode(next, true), at); continue; }
      if (match !== at) from.insertBefore(match, at); else at = at.nextSibling;
      if (match.nodeType === Node.ELEMENT_NODE) morph(match, next, force);
      else if (match.nodeValue !== next.nodeValue) match.nodeValue = next.nodeValue;
    }
    while (at) {
      const rest = at.nextSibling;
      if (!at.contains(document.activeElement) || at === document.body) at.remove();
      at = rest;
    }
  };
  // What the reader has opened, picked or moved stays theirs.
  const own = (element, name) => (name === "open" && element.matches("details")) || (name === "class" && element.matches(".clock, #live")) || (name === "hidden" && element.matches("#held, #live"));

  // One message at a time. What was done may go by itself; what was refused stays until something else is said.
  const announce = (message) => {
    document.getElementById("message")?.remove();
    // It lies over the page, so that nothing moves under the finger.
    message.classList.add("floats");
    document.querySelector(".top").after(message);
    if (message.classList.contains("done")) setTimeout(() => message.remove(), 6000);
  };

  let shown = Number(room()?.dataset.version ?? 0);
  let fetched = null;
  const heldBox = () => document.getElementById("held");
  const take = (text, force = false) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const selector = room() ? "#room" : "[data-list]";
    const next = page.querySelector(selector);
    if (!next) { location.reload(); return; }
    const before = Number(room()?.dataset.version ?? 0);
    skew = Date.parse(next.dataset.now) - Date.now();
    kept = 0;
    const picked = document.querySelector(".picked")?.id;
    morph(document.querySelector(selector), next, force);
    if (picked) document.getElementById(picked)?.classList.add("picked");
    document.title = page.title;
    const message = page.getElementById("message");
    if (message) announce(document.importNode(message, true));
    if (!room()) return;
    if (kept > 0) {
      const count = Number(next.dataset.version) - shown;
      hold(`${count} new ${count === 1 ? "result" : "results"} – apply`, text);
    } else {
      shown = Number(next.dataset.version) || before;
      hold(null);
    }
    tick();
  };
  const hold = (words, text) => {
    fetched = words ? text : null;
    const box = heldBox();
    if (!box) return;
    if (!words) { box.hidden = true; box.textContent = ""; return; }
    let button = box.querySelector("button");
    if (!button) {
      button = document.createElement("button");
      button.type = "button";
      button.addEventListener("click", () => { if (fetched) take(fetched, true); });
      box.append(button);
    }
    button.textContent = words;
    box.hidden = false;
  };
  document.addEventListener("focusout", () => setTimeout(() => { if (fetched && !document.querySelector("[data-hold]:focus-within")) take(fetched); }, 300));

  // What is half written must not be lost with the session: then the page stays, and says so.
  const signedOut = (sending = false) => {
    const unsent = [...document.querySelectorAll("textarea, input:not([type])")].some((field) => field.value !== field.defaultValue);
    if (!sending && !unsent) { location.reload(); return; }
    flash("You are signed out. What you wrote is still here: sign in in another tab of this browser, then send it again.", "refused");
  };

  let loading = false, again = false;
  const refresh = async () => {
    if (loading) { again = true; return; }
    loading = true;
    try {
      const answer = await fetch(room() ? room().dataset.room : location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
      if (answer.redirected && new URL(answer.url).pathname === "/login") { signedOut(); return; }
      if (answer.ok) { take(await answer.text()); heard = Date.now(); }
    } catch {
      // The sign of life shows it; the stream connects again by itself.
    } finally {
      loading = false;
      if (again) { again = false; refresh(); }
    }
  };

  // ---- The stream, and how old the page is -------------------------------------------------------------------------
  let stream = null, heard = Date.now(), connected = false;
  const showLife = () => {
    if (!live || !(room() || list())) return;
    live.hidden = false;
    const old = Math.round((Date.now() - heard) / 1000);
    const gone = (room() && !connected && old > 5) || old > 45;
    const stale = !gone && old > 11;
    live.classList.toggle("gone", gone);
    live.classList.toggle("stale", stale);
    say(live, gone ? "disconnected" : stale ? `${old} s old` : "live");
  };
  const open = () => {
    if (stream || document.hidden || !room()) return;
    stream = new EventSource(`${room().dataset.room}/events?after=${room().dataset.version}`);
    const alive = () => { connected = true; heard = Date.now(); showLife(); };
    stream.addEventListener("hello", alive);
    stream.addEventListener("beat", alive);
    stream.addEventListener("change", () => { alive(); refresh(); });
    stream.addEventListener("error", () => {
      connected = false;
      showLife();
      // A closed stream does not come back by itself: the session may have ended.
      if (stream?.readyState === EventSource.CLOSED) { close(); setTimeout(() => { refresh(); open(); }, 5000); }
    });
  };
  const close = () => { stream?.close(); stream = null; connected = false; };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { close(); return; }
    refresh();
    open();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  setInterval(tick, 1000);
  if (list()) setInterval(() => { if (!document.hidden && !isTyping()) refresh(); }, 10_000);

  // ---- Forms: sent without leaving the place one is reading ----------------------------------------------------------
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!room() || form.method !== "post" || !form.action.includes(room().dataset.room)) return;
    event.preventDefault();
    const button = event.submitter ?? form.querySelector("button");
    if (button?.disabled) return;
    if (button) button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" });
      if (answer.status === 401) { signedOut(true); return; }
      const type = answer.headers.get("Content-Type") ?? "";
      if (!type.includes("text/html")) { form.submit(); return; }
      const text = await answer.text();
      document.activeElement?.blur();
      if (answer.ok) { form.reset(); for (const text of form.querySelectorAll("textarea")) text.value = ""; form.closest("details.menu, details.own")?.removeAttribute("open"); }
      take(text, answer.ok);
    } catch {
      form.submit();
    } finally {
      if (button) button.disabled = false;
    }
  });

  // ---- Small things ----------------------------------------------------------------------------------------------------
  // Only one panel at a time, and a click elsewhere closes it.
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target) return;
    const inner = target.matches("section.source") ? document.getElementById("source-text") : target.querySelector(":scope > details");
    if (inner) inner.open = true;
    for (let outer = target.parentElement?.closest("details"); outer; outer = outer.parentElement?.closest("details")) outer.open = true;
    target.scrollIntoView({ block: target.matches(".source-line") ? "center" : "start" });
    if (target.id === "note") target.querySelector("textarea")?.focus();
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => { if (event.target.closest?.('a[href^="#"]')?.hash === location.hash) setTimeout(reveal); });
  if (new URL(location.href).searchParams.has("done")) history.replaceState(null, "", location.pathname + location.hash);

  // ---- Keys ---------------------------------------------------------------------------------------------------------------
  const help = document.getElementById("keys");
  const off = document.getElementById("keys-off");
  const remembered = (value) => {
    try { if (value === undefined) return localStorage.getItem("keys") === "off"; localStorage.setItem("keys", value); } catch { /* a browser may refuse to remember */ }
    return false;
  };
  if (off) {
    off.checked = remembered();
    off.addEventListener("change", () => remembered(off.checked ? "off" : "on"));
  }
  const panel = (id) => {
    const details = document.getElementById(id);
    if (!details) return;
    details.open = true;
    details.querySelector("input:not([type=hidden]), textarea")?.focus();
  };
  const items = () => [...document.querySelectorAll("[data-item], .hypothesis")].filter((item) => item.checkVisibility?.() ?? true);
  const move = (by) => {
    const all = items();
    if (all.length === 0) return;
    const at = all.findIndex((item) => item.classList.contains("picked"));
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by))];
    for (const item of all) item.classList.toggle("picked", item === next);
    next.scrollIntoView({ block: "nearest" });
    (next.querySelector("summary") ?? next.querySelector("[tabindex]"))?.focus({ preventScroll: true });
  };
  const copy = async () => {
    const from = document.querySelector(".picked [data-command]") ?? document.activeElement?.closest?.("[data-item]")?.querySelector("[data-command]");
    if (!from) return;
    try { await navigator.clipboard.writeText(from.textContent); flash("Command copied."); } catch { getSelection().selectAllChildren(from); flash("Selected: copy it with your browser."); }
  };
  const flash = (words, kind = "done") => {
    const message = document.createElement("p");
    message.id = "message";
    message.className = `message ${kind}`;
    message.setAttribute("role", kind === "refused" ? "alert" : "status");
    message.textContent = words;
    announce(message);
  };
  const keys = {
    a: () => document.querySelector("#acknowledge button")?.click(),
    e: () => panel("escalate"),
    u: () => panel("update"),
    n: () => { const field = document.querySelector("#note textarea"); field?.scrollIntoView({ block: "center" }); field?.focus({ preventScroll: true }); },
    r: () => document.querySelector("#look button")?.click(),
    j: () => move(1),
    k: () => move(-1),
    y: copy,
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { for (const menu of document.querySelectorAll("details.menu[open]")) { menu.open = false; menu.querySelector("summary").focus(); } return; }
    if (!room() || event.ctrlKey || event.metaKey || event.altKey || isTyping() || help?.open) return;
    if (event.key === "?") { event.preventDefault(); help?.showModal(); return; }
    if (off?.checked || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  tick();
  open();
  reveal();
})();
