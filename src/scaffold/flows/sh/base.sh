# {say.base}
# {say.raw}
cd "$CATALOGUE"
if git cat-file -e "$base:./site.toml"; then
  for path in site.toml themes {guarded}; do
    rm -rf "./$path"
    if git cat-file -e "$base:./$path" 2> /dev/null; then
      git archive --format tar "$base" -- "./$path" | tar --extract
    fi
  done
fi
# {say.state}
rm -rf ./.etal
