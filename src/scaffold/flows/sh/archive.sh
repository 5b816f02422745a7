odd() {
  echo '{say.odd-archive}' >&2
  exit 1
}
archive=$(find . -maxdepth 1 -type f -name '*.zip')
archive=${archive#./}
case "$archive" in
  '' | -* | *[!A-Za-z0-9._-]*) odd ;;
esac
commit=$(cat commit)
case "$commit" in
  '' | *[!0-9a-f]*) odd ;;
esac
date=${archive%.zip}
date=${date#"${date%??????????}"}
case "$date" in
  [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]) ;;
  *) odd ;;
esac
# {say.on-its-way}
sha256=$(sha256sum "$archive")
[ "$sha256" = "$(cat "$archive.sha256")" ] || odd
sha256=${sha256%% *}
size=$(wc -c < "$archive" | tr -d ' ')
tag="snapshot-$date"
notes() {
  echo '{say.notes}'
  echo
  echo '{say.paste}'
  echo
  printf '~~~toml\n[[snapshots]]\nfile = "%s"\ndate = "%s"\nsize = %s\nsha256 = "%s"\n~~~\n' "$1" "$date" "$size" "$sha256"
}
