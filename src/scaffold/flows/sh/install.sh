tool="${ETAL_HOME:-$HOME/.etal-tool}"
if ! [ -x "$tool/bin/etal" ]; then
  # {say.elsewhere}
  work=$(mktemp -d)
  (
    cd "$work"
    if [ -z "$ETAL_REPOSITORY" ]; then
      echo '{say.no-repository}' >&2
      exit 1
    elif [ -n "$ETAL_SHA256" ]; then
      archive="etal-$ETAL_VERSION-$(uname -m)-unknown-linux-musl.tar.gz"
      curl --fail --silent --show-error --location --retry 3 --output "$archive" \
        "$ETAL_REPOSITORY/releases/download/v$ETAL_VERSION/$archive"
      echo "$ETAL_SHA256  $archive" | sha256sum --check -
      mkdir -p "$tool/bin"
      tar --extract --gzip --file "$archive" --directory "$tool/bin" etal
    else
      if ! command -v rustup > /dev/null; then
        curl --fail --silent --show-error --proto '=https' https://sh.rustup.rs > rustup.sh
        sh rustup.sh -y --quiet --profile minimal --default-toolchain none
        PATH="$HOME/.cargo/bin:$PATH"
      fi
      rustup toolchain install {rust} --profile minimal
      cargo +{rust} install --locked --root "$tool" --git "$ETAL_REPOSITORY" --rev "$ETAL_REVISION" etal
    fi
  )
  rm -rf "$work"
fi
"$tool/bin/etal" --version
