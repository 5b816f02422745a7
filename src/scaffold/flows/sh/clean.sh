# {say.clean}
open=$(printf '\001')
close=$(printf '\002')
paren=$(printf '\003')
gap=$(printf '\342\200\213')
own=$(printf '%s' "$OWN" | sed 's/[.]/[.]/g')
clean() {
  LC_ALL=C tr -d '\000-\010\013-\037\177' | LC_ALL=C sed \
    -e '1s/^<!-- etal review -->$//' \
    -e "s/<\(\/\{0,1\}details\)>/$open\1$close/g" -e "s/<\(\/\{0,1\}summary\)>/$open\1$close/g" \
    -e "s/<\(\/\{0,1\}strong\)>/$open\1$close/g" -e "s/<\(\/\{0,1\}code\)>/$open\1$close/g" \
    -e 's/</\&lt;/g' \
    -e 's/&#0*64;/@/g' -e 's/&#[xX]0*40;/@/g' -e 's/&commat;/@/g' -e "s/@/@$gap/g" \
    -e "s/\([^&]\)#\([0-9]\)/\1#$gap\2/g" -e "s/^#\([0-9]\)/#$gap\1/" \
    -e 's/!\[/!\\[/g' \
    -e "s|\](\($own\)|]$paren\1|g" -e 's/\](/]\\(/g' -e "s/$paren/(/g" -e 's/\]:/]\\:/g' \
    -e "s|^\([[:space:]]*\)/|\1$gap/|" \
    -e "s/$open/</g" -e "s/$close/>/g"
}
# {say.cut}
cut() {
  (head -c "$1"; cat > /dev/null) | (iconv -c -f UTF-8 -t UTF-8 || true)
}
