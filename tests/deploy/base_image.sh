#!/usr/bin/env bash
# A stand-in for docker.io/library/python:3.11-slim-bookworm where no image registry can be reached:
# a Debian bookworm from the package mirror, and this machine's CPython 3.11 in /usr/local.
# base_image.sh STORE RUNSTORE; needs root, mmdebstrap, buildah and a pyenv 3.11.
set -euo pipefail
name=docker.io/library/python:3.11-slim-bookworm
store=(buildah --root "$1" --runroot "$2")
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=overlay
"${store[@]}" images -q "$name" 2>/dev/null | grep -q . && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=$(ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.11.* | tail -1)
packages=ca-certificates,netbase,tzdata,libssl3,libsqlite3-0,libffi8,libbz2-1.0,liblzma5,zlib1g
packages+=,libreadline8,libncursesw6,libexpat1,libuuid1
mmdebstrap --quiet --mode=root --variant=minbase --dpkgopt=force-unsafe-io --include="$packages" \
  bookworm "$work/base.tar" http://deb.debian.org/debian
box=$("${store[@]}" from scratch)
root=$("${store[@]}" mount "$box")
tar -C "$root" -xf "$work/base.tar"
tar -C "$python" --exclude='*/test' --exclude='*/site-packages/*' --exclude='*.a' \
  --exclude='*/__pycache__' -cf - bin include lib | tar -C "$root/usr/local" -xf -
rm -f "$root"/usr/local/bin/{pip*,2to3*,idle*,pydoc*}
for script in "$root"/usr/local/bin/*; do
  if head -c2 "$script" | grep -q '^#!'; then sed -i '1s|^#!.*python.*|#!/usr/local/bin/python3.11|' "$script"; fi
done
ln -sf python3.11 "$root/usr/local/bin/python3"
ln -sf python3.11 "$root/usr/local/bin/python"
"${store[@]}" run "$box" -- ldconfig
"${store[@]}" run "$box" -- python -m ensurepip
ln -sf pip3.11 "$root/usr/local/bin/pip"
"${store[@]}" config --env PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin \
  --env LANG=C.UTF-8 --cmd python3 "$box"
"${store[@]}" umount "$box" >/dev/null
"${store[@]}" commit --quiet --rm "$box" "$name"
