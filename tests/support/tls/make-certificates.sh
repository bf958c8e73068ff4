#!/bin/sh
# Makes the certificates of tests/support/tls that an authority of its own issued: one that is good, one that has ended, one for
# another name. They live for a hundred years; only who wants others runs this again. Needs openssl.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
touch "$work/index"
echo 01 >"$work/serial"
cat >"$work/ca.cnf" <<CNF
[ca]
default_ca = own
[own]
database = $work/index
serial = $work/serial
new_certs_dir = $work
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
CNF
key() { openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out "$1"; }
key "$work/authority-key.pem"
key issued-key.pem
openssl req -x509 -new -key "$work/authority-key.pem" -subj "/CN=Tenantry private authority" -days 36500 -out authority.pem
issue() { # file, names, from, to
  openssl req -new -key issued-key.pem -subj "/CN=Issued" -addext "subjectAltName=$2" -out "$work/request.pem"
  openssl ca -batch -notext -config "$work/ca.cnf" -cert authority.pem -keyfile "$work/authority-key.pem" \
    -in "$work/request.pem" -startdate "$3" -enddate "$4" -out "$1"
}
here=DNS:api.tenantry.test,DNS:localhost,IP:127.0.0.1
issue issued-certificate.pem "$here" 20250101000000Z 21250101000000Z
issue expired-certificate.pem "$here" 20240101000000Z 20250101000000Z
issue elsewhere-certificate.pem DNS:elsewhere.test 20250101000000Z 21250101000000Z
