// Live reload and findings, on pages of `etal serve` only.
(() => {
  "use strict";
  const script = document.currentScript;
  const page = script.dataset.page;
  let seen = script.dataset.generation;

  const wait = async () => {
    try {
      const answer = await fetch(`/__etal/wait/${seen}`, { cache: "no-store" });
      const now = (await answer.text()).trim();
      if (now !== seen) {
        location.reload();
        return;
      }
      wait();
    } catch {
      setTimeout(wait, 1000);
    }
  };

  const element = (tag, text, name) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  };

  const show = (report) => {
    const style = element("link");
    style.rel = "stylesheet";
    style.href = "/__etal/live.css";
    document.head.append(style);
    const panel = element("details", "", "etal-live");
    panel.append(element("summary", report.summary));
    const list = element("ol");
    for (const finding of report.findings) {
      const item = element("li", "", `etal-${finding.severity}`);
      item.append(element("strong", finding.message));
      item.append(element("code", `${finding.place}  ${finding.rule}`));
      item.append(element("span", finding.action));
      list.append(item);
    }
    panel.append(list);
    panel.open = report.findings.some((finding) => finding.severity === "error");
    document.body.append(panel);
  };

  fetch(`/__etal/findings/${page}`, { cache: "no-store" })
    .then((answer) => answer.json())
    .then((report) => report.summary && show(report))
    .catch(() => {});
  wait();
})();
