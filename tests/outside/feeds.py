"""Every feed of a site is well formed and says what readers need.

    feeds.py SITE
"""

import json
import sys
from pathlib import Path

import feedparser


def atom(path):
    """What is wrong with an Atom feed."""
    feed = feedparser.parse(path.read_bytes())
    if feed.bozo:
        yield f"not well formed: {feed.bozo_exception}"
    if feed.version != "atom10":
        yield f"read as {feed.version}"
    for key in ("id", "title", "updated"):
        if not feed.feed.get(key):
            yield f"the feed has no {key}"
    for entry in feed.entries:
        lacks = [key for key in ("id", "title", "updated_parsed", "link") if not entry.get(key)]
        if lacks:
            yield f"{entry.get('id')} has no {', '.join(lacks)}"
    dates = [entry.get("updated_parsed") for entry in feed.entries]
    if dates != sorted(dates, reverse=True):
        yield "not the newest first"


def json_feed(path):
    """What is wrong with a JSON Feed 1.1."""
    feed = json.loads(path.read_text(encoding="utf-8"))
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version {feed.get('version')}"
    if not feed.get("title"):
        yield "no title"
    for item in feed["items"]:
        if not item.get("id") or not (item.get("content_text") or item.get("content_html")):
            yield f"{item.get('id')} has no id or no content"


def main(root):
    root, count, wrong = Path(root), 0, []
    for name, judge in (("feed.xml", atom), ("feed.json", json_feed)):
        paths = sorted(root.rglob(name))
        count += len(paths)
        wrong += [f"{path}: {fault}" for path in paths for fault in judge(path)]
        if not paths:
            wrong.append(f"no {name}")
    print("\n".join(wrong) or f"{count} feeds")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
