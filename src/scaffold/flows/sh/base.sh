# {say.base}
cd "$CATALOGUE"
if git cat-file -e "$base:./site.toml"; then
  for path in site.toml themes {guarded}; do
    rm -rf "./$path"
    if git cat-file -e "$base:./$path" 2> /dev/null; then
      git checkout --quiet "$base" -- "./$path"
    fi
  done
fi
# {say.state}
rm -rf ./.etal
