work=$(mktemp -d)
git rev-parse --verify HEAD > "$work/commit"
(cd "$CATALOGUE" && etal --lang {lang} snapshot create -o "$work")
(
  cd "$work"
  for archive in *.zip; do
    sha256sum "$archive" > "$archive.sha256"
  done
)
rm -rf "$results"
mv "$work" "$results"
