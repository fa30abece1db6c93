// The stage of a hall: a presenter's remote is a keyboard that sends Page Up and Page Down, and F5, Escape and a full stop.
// startStage(root, {decks, photos, texts, lead, n, style, slide, theme, lang, address, leave}) -> a function that puts it away.
function startStage(root, told) {
  const stage = document.createElement("div");
  stage.id = "stage";
  if (told.style) stage.appendChild(document.createElement("style")).textContent = told.style;
  const languages = Object.keys(told.decks);
  let lead = languages.includes(told.lang) ? told.lang : told.lead;
  let now = 1;
  const frame = stage.appendChild(document.createElement("main"));
  frame.className = "frame";
  for (const lang of languages) {
    const deck = frame.appendChild(document.createElement("div"));
    deck.className = "deck";
    deck.dataset.lead = lang;
    deck.innerHTML = told.decks[lang];
  }
  for (const img of stage.querySelectorAll("img[data-photo]")) img.src = "data:image/jpeg;base64," + told.photos[img.dataset.photo];
  const spoken = frame.appendChild(document.createElement("div"));
  spoken.className = "spoken";
  spoken.setAttribute("aria-live", "polite");
  const nav = frame.appendChild(document.createElement("nav"));
  const help = frame.appendChild(document.createElement("div"));
  help.className = "help";
  help.hidden = true;
  const black = stage.appendChild(document.createElement("div"));
  black.className = "black";
  black.hidden = true;
  black.setAttribute("role", "img");
  const say = (key) => told.texts[lead][key];

  const buttons = {};
  const button = (name, sign, act) => {
    const one = nav.appendChild(document.createElement("button"));
    one.type = "button";
    if (sign.startsWith("M")) one.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${sign}"/></svg>`;
    else one.textContent = sign;
    one.addEventListener("click", act);
    buttons[name] = one;
  };
  const go = (to) => {
    const next = Math.max(1, Math.min(told.n, to));
    black.hidden = true;
    show(next);
  };
  const full = () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen?.())?.catch?.(() => {});
  const theme = (wanted) => {
    stage.dataset.theme = wanted;
    remember();
  };
  button("back", "←", () => go(now - 1));
  button("next", "→", () => go(now + 1));
  button("language", "", () => speak(languages[(languages.indexOf(lead) + 1) % languages.length]));
  button("theme", "◐", () => theme(stage.dataset.theme === "dark" ? "light" : "dark"));
  button("full", "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4", full);
  button("keys", "?", () => (help.hidden = !help.hidden));
  if (told.leave) button("close", "×", () => told.leave());

  function show(number) {
    now = number;
    for (const slide of stage.querySelectorAll(".slide")) slide.hidden = Number(slide.dataset.number) !== now || slide.parentElement.dataset.lead !== lead;
    for (const deck of stage.querySelectorAll(".deck")) deck.hidden = deck.dataset.lead !== lead;
    buttons.back.disabled = now === 1;
    buttons.next.disabled = now === told.n;
    const slide = current();
    spoken.textContent = say("slide_of").replace("#now", now).replace("#n", told.n) + " " + slide.querySelector("h2").textContent;
    fit(slide);
    stage.scrollTop = 0;
    remember();
  }
  const current = () => stage.querySelector(`.deck[data-lead="${lead}"] .slide[data-number="${now}"]`);

  // Longer than its box: smaller letters, down to what the last row can still read; what then does not fit is told.
  function fit(slide) {
    if (innerWidth <= 640 && innerHeight > innerWidth) return;
    const body = slide.querySelector(".body"), head = slide.querySelector("h2");
    slide.style.setProperty("--head", 1);
    slide.style.setProperty("--fit", 1);
    const line = parseFloat(getComputedStyle(head).lineHeight);
    for (let size = 1; head.scrollHeight > line * 2.3 * size && size > 0.66; size -= 0.05) slide.style.setProperty("--head", size);
    const over = () => body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;
    for (let size = 1; over() && size > 0.58; size -= 0.03) slide.style.setProperty("--fit", size);
    slide.dataset.overflow = over() ? "yes" : "no";
  }

  function speak(lang) {
    lead = lang;
    stage.lang = lang === "zh" ? "zh-CN" : "en";
    document.documentElement.lang = stage.lang;
    stage.setAttribute("aria-label", say("label"));
    nav.setAttribute("aria-label", say("label"));
    for (const [name, one] of Object.entries(buttons)) {
      one.setAttribute("aria-label", say(name));
      one.title = say(name);
    }
    buttons.language.textContent = say("language_sign");
    help.textContent = say("keys_text");
    black.setAttribute("aria-label", say("is_black"));
    show(now);
  }

  function remember() {
    if (!told.address) return;
    const url = new URL(location.href);
    url.searchParams.set("slide", now);
    url.searchParams.set("lang", lead);
    url.searchParams.set("theme", stage.dataset.theme || "light");
    history.replaceState(history.state, "", url);
  }

  const keys = {
    ArrowRight: () => go(now + 1), ArrowDown: () => go(now + 1), PageDown: () => go(now + 1), " ": () => go(now + 1),
    ArrowLeft: () => go(now - 1), ArrowUp: () => go(now - 1), PageUp: () => go(now - 1), Backspace: () => go(now - 1),
    Home: () => go(1), End: () => go(told.n),
    f: full, F: full, F5: () => !document.fullscreenElement && full(),
    b: () => (black.hidden = !black.hidden), B: () => (black.hidden = !black.hidden), ".": () => (black.hidden = !black.hidden),
    l: () => buttons.language.click(), L: () => buttons.language.click(),
    d: () => buttons.theme.click(), D: () => buttons.theme.click(),
    "?": () => buttons.keys.click(),
  };
  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    if ((event.key === " " || event.key === "Enter") && event.target.closest?.("#stage button")) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  let touched = null;
  const down = (event) => (touched = event.changedTouches[0].clientX);
  const up = (event) => {
    const moved = event.changedTouches[0].clientX - touched;
    if (Math.abs(moved) > 60) go(now + (moved < 0 ? 1 : -1));
  };
  const again = () => fit(current());
  addEventListener("keydown", pressed, true);
  addEventListener("resize", again);
  stage.addEventListener("touchstart", down, { passive: true });
  stage.addEventListener("touchend", up, { passive: true });

  root.appendChild(stage);
  stage.dataset.theme = told.theme === "dark" ? "dark" : "light";
  now = Math.max(1, Math.min(told.n, Number(told.slide) || 1));
  speak(lead);
  document.fonts?.ready.then(again);
  return () => {
    removeEventListener("keydown", pressed, true);
    removeEventListener("resize", again);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    stage.remove();
  };
}
