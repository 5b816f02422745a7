rm -rf "$results"
mkdir -p "$results"
cd "$CATALOGUE"
code=0
etal --lang {lang} review --base "$base" --actor "$ACTOR" --fail-on error > "$results/comment.md" || code=$?
etal --lang {lang} check --format sarif --fail-on never > "$results/etal.sarif"
