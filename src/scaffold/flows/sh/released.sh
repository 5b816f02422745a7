code=$(call --output found.json --write-out '%{http_code}' "$api/$released")
case "$code" in
  404) ;;
  200)
    # {say.released-why}
    echo '{say.released}'
    exit 0
    ;;
  *)
    cat found.json >&2
    exit 1
    ;;
esac
