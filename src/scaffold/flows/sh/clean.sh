# {say.clean}
open=$(printf '\001')
close=$(printf '\002')
sign=$(printf '\004')
gap=$(printf '\342\200\213')
clean() {
  LC_ALL=C tr -d '\000-\010\013-\037\177' | LC_ALL=C sed \
    -e '1s/^<!-- etal review -->$//' \
    -e "s/<\(\/\{0,1\}details\)>/$open\1$close/g" -e "s/<\(\/\{0,1\}summary\)>/$open\1$close/g" \
    -e "s/<\(\/\{0,1\}strong\)>/$open\1$close/g" -e "s/<\(\/\{0,1\}code\)>/$open\1$close/g" \
    -e "s/&lt;/${sign}lt;/g" -e "s/&gt;/${sign}gt;/g" -e "s/&amp;/${sign}amp;/g" \
    -e "s/&quot;/${sign}quot;/g" -e 's/&/\&amp;/g' -e "s/$sign/\&/g" -e 's/</\&lt;/g' \
    -e "s/@/@$gap/g" -e "s/#\([0-9]\)/#$gap\1/g" -e "s/\([gG][hH]\)-\([0-9]\)/\1-$gap\2/g" \
    -e "s/\([wW][wW][wW]\)\./\1$gap./g" \
    -e "s|://|:$gap//|g" -e 's/\](/]\\(/g' -e 's/\]:/]\\:/g' -e 's/!\[/!\\[/g' \
    -e "s|^\([[:space:]]*\)/|\1$gap/|" \
    -e "s/$open/</g" -e "s/$close/>/g"
}
# {say.cut}
cut() {
  (head -c "$1"; cat > /dev/null) | (iconv -c -f UTF-8 -t UTF-8 || true)
}
